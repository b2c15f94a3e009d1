// The small server and the command that starts it.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { type PageServer, servePages } from "../../scripts/start.d/server.ts";
import { pageHeaders } from "../../web/pages/headers.ts";

const folder = mkdtempSync(join(tmpdir(), "vestibule-serve-"));
let server: PageServer;
before(async () => {
  mkdirSync(join(folder, "signup"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "signup/index.html"), "<!doctype html>");
  writeFileSync(join(folder, "assets/core-1.wasm"), "wasm");
  writeFileSync(join(folder, "notes.txt"), "not for anyone");
  server = await servePages(folder, 0);
});
after(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

test("pages are asked for each time, assets are kept, both with their type", async () => {
  const page = await fetch(`${server.origin}/`);
  assert.equal(page.url, `${server.origin}/signup/`);
  assert.equal(page.headers.get("content-type"), "text/html; charset=utf-8");
  assert.equal(page.headers.get("cache-control"), "no-cache");
  const asset = await fetch(`${server.origin}/assets/core-1.wasm?x`);
  assert.equal(asset.headers.get("content-type"), "application/wasm");
  assert.match(asset.headers.get("cache-control") ?? "", /immutable/);
  assert.equal(await asset.text(), "wasm");
});

test("every answer has the headers of the pages", async () => {
  const requests = ["/signup/", "/assets/core-1.wasm", "/nothing", "/api/signups", "/"].map((path) => [path, "GET"]);
  for (const [path, method = ""] of [
    ...requests,
    ["/signup/", "DELETE"],
    ["/csp-report", "POST"],
    ["/api/signups", "POST"],
  ]) {
    const answer = await fetch(server.origin + path, { method, redirect: "manual" });
    for (const [name, value] of Object.entries(pageHeaders({ https: false }))) {
      assert.equal(answer.headers.get(name), value, `${method} ${path}`);
    }
  }
});

test("only what was built is served", async () => {
  const statusOf = async (path: string, method = "GET") => (await fetch(server.origin + path, { method })).status;
  assert.equal(await statusOf("/notes.txt"), 404);
  assert.equal(await statusOf("/signup/index.html"), 404);
  assert.equal(await statusOf("/%2e%2e/%2e%2e/etc/passwd"), 404);
  assert.equal(await statusOf("/signup/", "POST"), 405);
  assert.equal(await statusOf("/signup/", "HEAD"), 200);
  assert.equal(await statusOf("/csp-report", "POST"), 204);
  assert.equal(await statusOf("/api/signups", "POST"), 501);
});

test("the policy allows nothing inline, and promises https only where there is https", () => {
  const plain = pageHeaders({ https: false });
  assert.doesNotMatch(
    plain["content-security-policy"] ?? "",
    /unsafe-inline|'unsafe-eval'|unsafe-hashes|data:|blob:|\*|upgrade/,
  );
  assert.match(plain["content-security-policy"] ?? "", /; require-trusted-types-for 'script'; trusted-types 'none';/);
  assert.equal(plain["strict-transport-security"], undefined);
  const secure = pageHeaders({ https: true });
  assert.match(secure["content-security-policy"] ?? "", /; upgrade-insecure-requests;/);
  assert.match(secure["strict-transport-security"] ?? "", /max-age=63072000/);
});

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  test(`the command says where the page is and ends well on ${signal}`, async () => {
    const project = resolve(import.meta.dirname, "../..");
    // The page of this test's folder stands in for the built one: the command takes a folder for that.
    const args = [join(project, "scripts/start.d/main.ts"), "--folder", folder];
    const command = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    const ended = new Promise<number | null>((done) => command.once("exit", done));
    const lines = createInterface(command.stdout);
    const first = await new Promise<string>((done) => lines.once("line", done));
    const [address = ""] = /http:\S+/.exec(first) ?? [];
    assert.equal((await fetch(address)).status, 200);
    command.kill(signal);
    assert.equal(await ended, 0);
  });
}

test("a port that is taken or is none is refused in a sentence", async () => {
  const run = async (port: string): Promise<string> => {
    const args = [resolve(import.meta.dirname, "../../scripts/start.d/main.ts"), "--folder", folder, "--port", port];
    const command = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
    const text = await command.stderr.setEncoding("utf8").toArray();
    assert.equal(
      await new Promise((done) => (command.exitCode === null ? command.once("exit", done) : done(command.exitCode))),
      1,
    );
    return text.join("");
  };
  assert.match(await run(new URL(server.origin).port), /is taken/);
  assert.match(await run("http"), /takes a number/);
});
