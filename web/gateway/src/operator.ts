// Who may operate the gateway: whoever has its secret. There is no way to be one by being somewhere, but over the
// operator's own port, which workerd binds to loopback.
import { equalSecrets, sha256Hex } from "./digest.ts";
import type { Environment } from "./platform.ts";
import { refuse } from "./problems.ts";

/** Digests are compared: they have one length, so the time tells nothing of the secret's. */
async function isSecret(given: string, secret: string): Promise<boolean> {
  return equalSecrets(await sha256Hex(given), await sha256Hex(secret));
}

export async function checkOperator({ headers }: Request, { OPERATOR_SECRET }: Environment): Promise<void> {
  const given = /^Bearer ([\x21-\x7e]{1,512})$/i.exec(headers.get("authorization") ?? "")?.[1];
  const known = typeof OPERATOR_SECRET === "string" && OPERATOR_SECRET !== "";
  if (given === undefined || !known || !(await isSecret(given, OPERATOR_SECRET))) refuse(401, "request.unauthorized");
}
