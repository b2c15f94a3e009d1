import { Signup } from "./signup";

export default function Page() {
  return (
    <main>
      <h1>Join us</h1>
      <Signup />
    </main>
  );
}
