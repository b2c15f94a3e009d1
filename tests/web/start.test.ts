// scripts/start: a whole site with one command, whose data are still there the next time.
import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import { startSandbox } from "../support/sandbox.ts";

const folder = mkdtempSync(join(tmpdir(), "vestibule-start-"));
after(() => rmSync(folder, { recursive: true }));

const command = resolve(import.meta.dirname, "../../scripts/start.d/main.ts");

function spawnStart(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(process.execPath, [command, ...args], { stdio: ["ignore", "pipe", "pipe"], env });
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((done) => (child.exitCode === null ? child.once("exit", done) : done(child.exitCode)));
}

interface Started {
  readonly origin: string;
  readonly child: ChildProcess;
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

async function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Started> {
  const child = spawnStart(args, env);
  child.stderr?.pipe(process.stderr);
  assert.ok(child.stdout !== null);
  const lines = createInterface(child.stdout);
  const first = await new Promise<string>((done, fail) => {
    lines.once("line", done);
    child.once("exit", (code) => fail(new Error(`scripts/start ended with ${code}`)));
  });
  const origin = /http:\/\/[^/]+/.exec(first)?.[0] ?? "";
  return {
    origin,
    child,
    stop: (signal) => {
      child.kill(signal);
      return exitOf(child);
    },
  };
}

async function refusal(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string> {
  const child = spawnStart(args, env);
  const text = await child.stderr?.setEncoding("utf8").toArray();
  assert.equal(await exitOf(child), 1);
  return text?.join("") ?? "";
}

async function signUp(
  origin: string,
  name: string,
  key: string,
): Promise<{ readonly status: number; readonly text: string }> {
  const { token } = await (await fetch(`${origin}/api/form-token`)).json();
  const answer = await fetch(`${origin}/api/signups`, {
    method: "POST",
    headers: { origin, "content-type": "application/json", "idempotency-key": key },
    body: JSON.stringify({ v: 1, customer: { name, recordType: "Business" }, form: { token } }),
  });
  return { status: answer.status, text: await answer.text() };
}

test("the site takes a sign-up, ends cleanly on a signal, and has it still when it is started again", async () => {
  const state = join(folder, "kept");
  const key = crypto.randomUUID();
  const first = await start(["--state", state]);
  assert.equal((await fetch(`${first.origin}/`)).url, `${first.origin}/signup/`);
  const created = await signUp(first.origin, "Kept", key);
  assert.equal(created.status, 201);
  assert.equal(await first.stop("SIGINT"), 0);
  await assert.rejects(fetch(first.origin));

  const second = await start(["--state", state]);
  assert.deepEqual(await signUp(second.origin, "Kept", key), created);
  assert.equal((await signUp(second.origin, "Another", crypto.randomUUID())).status, 201);
  assert.equal(await second.stop("SIGTERM"), 0);
});

test("what it keeps is for its owner alone, and its key is in one file only", () => {
  const state = join(folder, "kept/sandbox");
  const key = readFileSync(join(state, "sandbox-key"), "utf8");
  assert.match(key, /^[\w-]{43}$/);
  for (const name of ["sandbox-key", "form-secret", "gateway.capnp", "logs/gateway.log"]) {
    assert.equal(statSync(join(state, name)).mode & 0o077, 0, name);
  }
  for (const path of readdirSync(state, { recursive: true, encoding: "utf8" })) {
    if (path === "sandbox-key" || !statSync(join(state, path)).isFile()) continue;
    assert.ok(!readFileSync(join(state, path)).includes(key), path);
  }
});

test("a second start on the same folder is refused while the first runs", async () => {
  const state = join(folder, "held");
  const first = await start(["--state", state]);
  assert.match(await refusal(["--state", state]), /another scripts\/start runs on/);
  assert.equal(await first.stop("SIGTERM"), 0);
});

test("another upstream, over TLS with a certificate of its own, and its key from the environment", async () => {
  const [certificate, privateKey] = [join(folder, "cert.pem"), join(folder, "key.pem")];
  execFileSync(
    "openssl",
    ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"].concat([
      "-addext",
      "subjectAltName=DNS:localhost",
      "-keyout",
      privateKey,
      "-out",
      certificate,
    ]),
    { stdio: "ignore" },
  );
  const database = join(folder, "other.db");
  const key = "key-of-the-other-upstream";
  const tls = ["--tls-cert", certificate, "--tls-key", privateKey];
  const other = await startSandbox({ database, key, arguments: tls });
  const upstream = `https://localhost:${new URL(other.origin).port}`;
  const args = ["--state", join(folder, "tls"), "--upstream", upstream, "--upstream-ca", certificate];
  const site = await start(args, { NUE_API_KEY: key });
  assert.equal((await signUp(site.origin, "Over TLS", crypto.randomUUID())).status, 201);
  assert.equal(await site.stop("SIGTERM"), 0);
  await other.stop();

  const reopened = await startSandbox({ database, key });
  assert.deepEqual(
    (await reopened.customers()).map(({ name }) => name),
    ["Over TLS"],
  );
  await reopened.stop();
});

test("an upstream without its key, a port that is none or taken, and a folder without a file are told in a sentence", async () => {
  const state = ["--state", join(folder, "none")];
  assert.match(await refusal([...state, "--upstream", "https://api.example"]), /NUE_API_KEY/);
  assert.match(await refusal([...state, "--port", "http"]), /--port takes a number/);
  assert.match(await refusal([...state, "--nonsense"]), /--nonsense/);
  const first = await start(state);
  const port = new URL(first.origin).port;
  assert.match(await refusal(["--state", join(folder, "taken"), "--port", port]), /port/);
  assert.equal(await first.stop("SIGTERM"), 0);
});

test("when a part of it dies the whole ends, and says so", async () => {
  const state = join(folder, "dies");
  const site = await start(["--state", state]);
  const children = readFileSync(`/proc/${site.child.pid}/task/${site.child.pid}/children`, "utf8").trim().split(" ");
  process.kill(Number(children.at(-1)), "SIGKILL");
  assert.equal(await exitOf(site.child), 1);
  await assert.rejects(fetch(site.origin));
});

test("--config gives the gateway its settings, and a mistake in it ends the start with a sentence", async () => {
  const file = join(folder, "config.json");
  const write = (config: object): void => writeFileSync(file, JSON.stringify(config));
  write({ limits: { perSite: [{ count: 1, seconds: 3600 }] } });
  const args = ["--state", join(folder, "configured"), "--config", file];
  const { origin, stop } = await start(args);
  assert.equal((await signUp(origin, "First", crypto.randomUUID())).status, 201);
  assert.equal((await signUp(origin, "Second", crypto.randomUUID())).status, 429);
  assert.equal(await stop("SIGTERM"), 0);
  write({ limits: { perSites: [] } });
  assert.match(await refusal(args), /"limits" has no setting "perSites"; see /);
  write([]);
  assert.match(await refusal(args), /must hold a JSON object/);
  assert.match(await refusal(["--config", join(folder, "nothing.json")]), /cannot be read/);
});

test("the sandbox tells the gateway what happens, and scripts/operator shows it", async () => {
  const state = join(folder, "operated");
  const { origin, stop } = await start(["--state", state]);
  await signUp(origin, "Told", crypto.randomUUID());
  const operate = (...rest: readonly string[]): string => {
    const main = resolve(import.meta.dirname, "../../scripts/operator.d/main.ts");
    const secret = ["--secret-file", join(state, "sandbox/operator-secret")];
    return execFileSync(process.execPath, [main, origin, ...secret, ...rest], { encoding: "utf8" });
  };
  assert.deepEqual(JSON.parse(operate("health")), { v: 1, store: "writable", slot: "proven", breaker: "closed" });
  while (!operate("metrics").includes('vestibule_webhooks_total{event="customer.created",outcome="ours"} 1'));
  assert.deepEqual([operate("parked"), operate("surplus"), operate("audit")], ["", "", ""]);
  assert.throws(
    () => operate("relink", "00000000", crypto.randomUUID(), "why"),
    /0 parked sign-ups begin with 00000000/,
  );
  assert.equal(await stop("SIGTERM"), 0);
});
