// The hidden fields that let a form without JavaScript say what a script would say in a header.
import type { Context } from "../context.ts";
import { mintFormToken } from "../form-token.ts";

export type Hidden = Readonly<Record<"form.v" | "form.key" | "form.token", string>>;

/** With a token of its own: the page may be open for a while before it is sent. */
export async function freshHidden({ site, config, formSecret }: Context, key: string): Promise<Hidden> {
  const rules = { secret: formSecret, site: site.name, lifetimeMs: config.times.formTokenMs };
  return { "form.v": "1", "form.key": key, "form.token": await mintFormToken(rules, key, Date.now()) };
}
