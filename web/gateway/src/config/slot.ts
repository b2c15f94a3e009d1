// Where a created record carries the mark of its sign-up.
import { ConfigError } from "./members.ts";

/** Where the token stands in the created record; "none": nowhere, so that no lost answer can be settled. */
export type Slot = { readonly kind: "field"; readonly field: string } | { readonly kind: "none" };

export function readSlot(value: unknown, field: unknown): Slot {
  if (value === "none") return { kind: "none" };
  if (value === "accountNumber") return { kind: "field", field: "accountNumber" };
  if (value === "field") {
    if (typeof field !== "string" || !/^[A-Za-z]\w{4,39}$/.test(field)) {
      throw new ConfigError('"slotField" must name the custom field that takes the token.');
    }
    return { kind: "field", field };
  }
  if (value === "description") {
    throw new ConfigError('"slot" cannot be "description": the sign-up form asks for one.');
  }
  throw new ConfigError('"slot" must be "field", "accountNumber" or "none".');
}
