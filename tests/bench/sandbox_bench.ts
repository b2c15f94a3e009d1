// Creates and reads a second through the sandbox, over HTTP, with every create on the disk before its answer.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Bench, Section, Settings } from "./bench.ts";
import { medianColumns, medianRows, type Sampler, sampleInTurn } from "./measure.ts";
import { SandboxConnection } from "./sandbox-connection.ts";

const key = "bench";
// A server needs longer than a function to show its pace.
const longer = 20;

interface Case {
  readonly name: string;
  readonly connections: number;
  /** Customers that one request creates; 0 reads one by its id. */
  readonly rows: number;
}

const cases: readonly Case[] = [
  { name: "create 1 a request, 8 connections", connections: 8, rows: 1 },
  { name: "create 1 a request, 32 connections", connections: 32, rows: 1 },
  { name: "create 200 a request, 8 connections", connections: 8, rows: 200 },
  { name: "read by id, 8 connections", connections: 8, rows: 0 },
  { name: "read by id, 32 connections", connections: 32, rows: 0 },
];

function requestText(line: string, body: string): string {
  const length = body === "" ? "" : `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n`;
  return `${line} HTTP/1.1\r\nHost: bench\r\nnue-api-key: ${key}\r\n${length}\r\n${body}`;
}

function createRequest(rows: number): string {
  const customer = {
    name: "Fjordlys Instruments AS",
    recordType: "Business",
    email: "accounts@fjordlys.example",
    billingCity: "Trondheim",
    billingCountry: "NO",
  };
  return requestText("POST /customers", JSON.stringify(Array(rows).fill(customer)));
}

/** Customers a second, with every connection asking as soon as it has its answer. */
async function pace(port: number, { connections, rows }: Case, id: string, milliseconds: number): Promise<number> {
  const request = rows === 0 ? requestText(`GET /customers/${id}`, "") : createRequest(rows);
  const expected = rows === 0 ? 200 : 201;
  const begin = performance.now();
  let answers = 0;
  const ask = async (): Promise<void> => {
    using connection = new SandboxConnection(port);
    while (performance.now() - begin < milliseconds) {
      const { status } = await connection.ask(request);
      if (status !== expected) throw new Error(`the sandbox answered ${status}`);
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, ask));
  return (answers * Math.max(rows, 1) * 1000) / (performance.now() - begin);
}

async function start(
  program: string,
  folder: string,
): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  const options = ["--db", join(folder, "nue.db"), "--key", key];
  const child = spawn(program, options, { stdio: ["ignore", "pipe", "ignore"] });
  const port = await new Promise<number>((done, fail) => {
    createInterface(child.stdout).once("line", (line) => done(Number(line.slice(line.lastIndexOf(":") + 1))));
    child.once("exit", () => fail(new Error(`${program} ended at once`)));
  });
  return { child, port };
}

async function measure(program: string, settings: Settings): Promise<ReadonlyMap<string, readonly number[]>> {
  const folder = mkdtempSync(join(tmpdir(), "vestibule-bench-"));
  const { child, port } = await start(program, folder);
  try {
    using first = new SandboxConnection(port);
    const { body } = await first.ask(createRequest(1));
    const { data }: { readonly data: readonly { readonly id: string }[] } = JSON.parse(body);
    const id = data[0]?.id ?? "";
    const samplers = cases.map(
      (one): Sampler =>
        async (milliseconds) => {
          return new Map([[one.name, await pace(port, one, id, milliseconds * longer)]]);
        },
    );
    return await sampleInTurn(samplers, settings);
  } finally {
    const ended = new Promise<void>((done) => child.once("close", () => done()));
    child.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(settings: Settings): Promise<readonly Section[]> {
  const builds = ["release", "bench"].map((preset) => join(settings.root, "build", preset, "tests/sandbox"));
  const program = builds.map((folder) => join(folder, "vestibule-sandbox")).find((path) => existsSync(path));
  const notes = [
    "Customers a second. Client and server share the machine; creates wait for the disk, in groups.",
    "Asked by sandbox-connection.ts: kept-alive sockets of one Node process, each with one request on its way.",
  ];
  if (program === undefined) notes.push("The sandbox is not built; run scripts/build native.");
  const samples = program === undefined ? new Map<string, number[]>() : await measure(program, settings);
  const rows = medianRows(
    cases.map((one) => one.name),
    samples,
  );
  return [{ title: "sandbox", columns: medianColumns("perSecond"), rows, notes }];
}

export const bench: Bench = { name: "sandbox", run };
