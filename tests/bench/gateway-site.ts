// What the benches of the gateway send to: the gateway on workerd, the sandbox behind it, without limits of its own; and the
// sign-ups they send.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mintFormToken } from "../../web/gateway/src/form-token.ts";
import { type Gateway, startGateway } from "../../web/gateway/workerd/run.ts";
import { startSandbox } from "../support/sandbox.ts";

const key = "bench-key";
const formSecret = "bench-secret";

export interface GatewaySite extends AsyncDisposable {
  readonly gateway: Gateway;
  /** Where the gateway and the sandbox keep what they store. */
  readonly folder: string;
}

/** `root` is the project's; `onLog` gets each line of the gateway's log. */
export async function startSite(root: string, onLog: (line: string) => void): Promise<GatewaySite> {
  const folder = mkdtempSync(join(tmpdir(), "vestibule-bench-"));
  const sandbox = await startSandbox({ database: join(folder, "nue.db"), key });
  const gateway = await startGateway({
    state: folder,
    pages: join(root, "web/pages/dist"),
    port: 0,
    config: { upstream: sandbox.origin, limits: { perSite: [], global: [] } },
    key,
    formSecret,
    onLog,
  });
  return {
    gateway,
    folder,
    [Symbol.asyncDispose]: async () => {
      await gateway.stop("SIGKILL");
      await sandbox.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The body of a sign-up of a company, with a form token of its own. */
export async function signUpBody(name: string, idempotencyKey: string): Promise<string> {
  const rules = { secret: formSecret, site: "main", lifetimeMs: 1 };
  const form = { token: await mintFormToken(rules, idempotencyKey, Date.now()), secret: "bench" };
  return JSON.stringify({ v: 1, customer: { name, recordType: "Business", email: "a@example.org" }, form });
}
