// The program as a user runs it: command line, ready line, logs, stopping, TLS.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { get } from "node:https";
import { test } from "node:test";
import { business, createOne, list, post, send } from "./support/client.ts";
import { head, json, open, postLine } from "./support/raw.ts";
import { key, runSandbox, startSandbox, TemporaryFolder } from "./support/sandbox.ts";

test("it prints where it listens and nothing else on standard output", async () => {
  using folder = new TemporaryFolder();
  const { output, code } = await runSandbox(["--help"]);
  assert.equal(code, 0);
  assert.match(output, /^usage: vestibule-sandbox /);
  await using sandbox = await startSandbox(folder.file("nue.db"));
  assert.match(sandbox.origin, /^http:\/\/127\.0\.0\.1:\d+$/);
  assert.match(sandbox.log[0] ?? "", /synthetic data only/);
});

test("a command line that makes no sense ends it with a sentence", async () => {
  using folder = new TemporaryFolder();
  const database = ["--db", folder.file("nue.db")];
  const lines: readonly (readonly [RegExp, readonly string[]])[] = [
    [/no key/, database],
    [/--expose/, ["--key", "k", "--host", "0.0.0.0", ...database]],
    [/--port/, ["--key", "k", "--port", "70000", ...database]],
    [/unknown option/, ["--key", "k", "--prot", "1"]],
    [/unable to open/, ["--key", "k", "--db", folder.file("missing/nue.db")]],
    [/--seed/, ["--key", "k", "--seed", folder.file("missing.json"), ...database]],
    [/needs a value/, ["--key"]],
    [/belong together/, ["--key", "k", "--tls-key", "x", ...database]],
  ];
  for (const [pattern, line] of lines) {
    const { code, output } = await runSandbox(line);
    assert.notEqual(code, 0, line.join(" "));
    assert.match(output, pattern);
    assert.equal(output.trimEnd().split("\n").length, 1, output);
  }
});

test("a restart keeps customers and goes on counting account numbers", async () => {
  using folder = new TemporaryFolder();
  const first = await startSandbox(folder.file("nue.db"));
  const before = await createOne(first, business("Kept"));
  assert.deepEqual(await first.signal("SIGTERM"), { code: 0, signal: null });
  await using second = await startSandbox(folder.file("nue.db"));
  assert.deepEqual((await list(second, "")).data, [before]);
  const next = await createOne(second, business("Next"));
  assert.ok(String(next["accountNumber"]).endsWith("-002"));
});

for (const name of ["SIGTERM", "SIGINT"] as const) {
  test(`${name} lets a request under way finish, and closes idle connections`, async () => {
    using folder = new TemporaryFolder();
    await using sandbox = await startSandbox(folder.file("nue.db"));
    using idle = await open(sandbox);
    using busy = await open(sandbox);
    const body = JSON.stringify([business("Last")]);
    busy.send(head(postLine, json, `Content-Length: ${body.length}`, "Expect: 100-continue"));
    await busy.expect(/^HTTP\/1\.1 100 Continue\r\n\r\n/);
    const exit = sandbox.signal(name);
    assert.equal(await idle.closed, "");
    busy.send(body);
    assert.match(await busy.closed, /^HTTP\/1\.1 201 [\s\S]*\r\nConnection: close\r\n/);
    assert.deepEqual(await exit, { code: 0, signal: null });
  });
}

test("the log has a line for each request and nothing that was sent", async () => {
  using folder = new TemporaryFolder();
  await using sandbox = await startSandbox(folder.file("nue.db"));
  const secret = "zqx";
  const { id } = await createOne(sandbox, business(`${secret} name`, { email: `${secret}@mail.example` }));
  await post(sandbox, [business(`${secret} name`, { recordType: secret })]);
  await send(sandbox, `/customers/${id}`);
  await send(sandbox, `/customers?name=${secret}`);
  await send(sandbox, `/${secret}`, { headers: { "user-agent": secret, "nue-api-key": secret } });
  await sandbox.signal("SIGTERM");
  const requests = sandbox.log.map((line) => JSON.parse(line) as Record<string, unknown>);
  assert.deepEqual(
    requests.filter((line) => line["event"] === "request").map((line) => `${line["status"]} ${line["route"]}`),
    [
      "201 POST /customers",
      "400 POST /customers",
      "200 GET /customers/{customerId}",
      "200 GET /customers",
      "401 unmatched",
    ],
  );
  const members = new Set(requests.flatMap((line) => Object.keys(line)));
  assert.deepEqual([...members], ["time", "event", "detail", "route", "status", "ms", "bytesIn", "bytesOut"]);
  for (const value of [secret, key, String(id)]) assert.ok(!sandbox.log.join("\n").includes(value), value);
});

test("with a certificate it answers https, and plain text gets no answer", async () => {
  using folder = new TemporaryFolder();
  const [certificate, privateKey] = [folder.file("cert.pem"), folder.file("key.pem")];
  const subject = ["-subj", "/CN=sandbox", "-addext", "subjectAltName=IP:127.0.0.1"];
  const files = ["-keyout", privateKey, "-out", certificate];
  const kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  execFileSync("openssl", ["req", ...kind, ...files, ...subject], { stdio: "ignore" });
  const tls = ["--tls-cert", certificate, "--tls-key", privateKey];
  await using sandbox = await startSandbox(folder.file("nue.db"), tls);
  assert.match(sandbox.origin, /^https:/);
  const status = await new Promise((done, fail) => {
    const options = { ca: readFileSync(certificate), headers: { "nue-api-key": key }, agent: false };
    get(`${sandbox.origin}/customers`, options, (response) => {
      response.resume().once("end", () => done(response.statusCode));
    }).once("error", fail);
  });
  assert.equal(status, 200);
  using plain = await open(sandbox);
  plain.send(head("GET /customers HTTP/1.1"));
  assert.doesNotMatch(await plain.closed, /HTTP/);
});
