// The formats that no schema library knows, by the packages everybody takes for them.
import { isSupportedCountry, isValidPhoneNumber } from "libphonenumber-js/max";
import validatorIsEmail from "validator/es/lib/isEmail.js";
import validatorIsCountry from "validator/es/lib/isISO31661Alpha2.js";
import validatorIsPostalCode, { locales } from "validator/es/lib/isPostalCode.js";
import validatorIsUrl from "validator/es/lib/isURL.js";

const urlOptions = { protocols: ["http", "https"], disallow_auth: true };
const postalCountries: ReadonlySet<string> = new Set(locales);

export const isEmail = (text: string): boolean => validatorIsEmail(text);
export const isWebsite = (text: string): boolean => validatorIsUrl(text, urlOptions);
export const isCountry = (text: string): boolean => validatorIsCountry(text);

/** `country` is the record's billingCountry, whatever it is. */
export function isPhone(text: string, country: unknown): boolean {
  const known = typeof country === "string" && isSupportedCountry(country);
  return isValidPhoneNumber(text, known ? country : undefined);
}

/** A country without rules has no wrong codes. */
export function isPostalCode(text: string, country: unknown): boolean {
  return typeof country !== "string" || !postalCountries.has(country) || validatorIsPostalCode(text, country);
}

export const isNotBlank = (text: string): boolean => text.trim() !== "";
