// What workerd offers of itself to a module: here the bindings, before there is a request.
declare module "cloudflare:workers" {
  export const env: { readonly CONFIG: unknown };
}
