// The functions of the package validator that are compared with; it brings no types.
declare module "validator/es/lib/isEmail.js" {
  export default function isEmail(text: string): boolean;
}
declare module "validator/es/lib/isURL.js" {
  export default function isUrl(
    text: string,
    options: { readonly protocols: readonly string[]; readonly disallow_auth: boolean },
  ): boolean;
}
declare module "validator/es/lib/isISO31661Alpha2.js" {
  export default function isIso31661Alpha2(text: string): boolean;
}
declare module "validator/es/lib/isPostalCode.js" {
  export const locales: readonly string[];
  export default function isPostalCode(text: string, locale: string): boolean;
}
