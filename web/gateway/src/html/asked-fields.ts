// What the sign-up form of this gateway asks for: what is usual, or what the tenant's profile says.
import { askedBy, type SignupField } from "vestibule/form";
import { tenant } from "../core.ts";

/** With the person at a company. What the type of the record does not have is hidden until somebody says it. */
export const askedFields: readonly SignupField[] = askedBy(
  tenant === undefined ? {} : { hasFull: true, profile: tenant },
  true,
);

/** The same where nothing shows a field in time: each is there, whatever the type of the record. */
export const everyField: readonly SignupField[] = askedFields.map(({ recordTypes: _, ...field }) => field);
