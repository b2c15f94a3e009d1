// What must not compile: each line with a comment is one mistake.
import { type CustomerSignup, load } from "vestibule";

const core = await load();
export const missing: CustomerSignup = { name: "Acme" }; // TS2741
export const absent: CustomerSignup = { name: "Acme", recordType: "Business", phone: undefined }; // TS2375
export const listed: CustomerSignup = { name: "Acme", recordType: "Charity" }; // TS2322
export const value: string = core.check({ name: "Acme" }).value.name; // TS2531
core.explain("email.nothing"); // TS2345
