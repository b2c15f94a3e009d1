// A form of your own: react-hook-form asks the core about it, createSignup sends what the core accepted, once.
import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { use, useSyncExternalStore } from "react";
import { useForm } from "react-hook-form";
import { type CustomerSignup, load } from "vestibule";
import english from "vestibule/locales/en";
import { createSignup } from "vestibule/signup";

const loading = load();
const signup = createSignup({ core: loading });

export function SignupForm() {
  const core = use(loading);
  const state = useSyncExternalStore(signup.subscribe, () => signup.state);
  const resolver = standardSchemaResolver(core.schema("customer", { locale: english }));
  const { register, handleSubmit, formState } = useForm({ resolver, defaultValues: { recordType: "Business" } });
  const { errors } = formState;

  function send(customer: CustomerSignup): void {
    signup.send({ type: "submit", submission: { customer, trap: "", locale: "en", rules: core.rules } });
  }

  if (state.name === "confirmed") return <p role="status">Your account number is {state.created.accountNumber}.</p>;
  return (
    <form noValidate onSubmit={handleSubmit(send)}>
      <label>
        Company <input {...register("name")} autoComplete="organization" aria-describedby="name-error" />
      </label>
      <p id="name-error">{errors.name?.message}</p>
      <label>
        E-mail <input {...register("email")} type="email" autoComplete="email" aria-describedby="email-error" />
      </label>
      <p id="email-error">{errors.email?.message}</p>
      <button type="submit">Open account</button>
      <p role="status">{state.name === "refused" ? `Refused: ${state.problem.code}` : state.name}</p>
    </form>
  );
}
