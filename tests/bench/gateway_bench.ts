// Sign-ups a second through the gateway on workerd, with the sandbox behind it: reading, claiming, sending and storing.
import { Agent, request } from "node:http";
import type { Gateway } from "../../web/gateway/workerd/run.ts";
import type { Bench, Section, Settings } from "./bench.ts";
import { signUpBody, startSite } from "./gateway-site.ts";
import { medianColumns, medianRows, type Sample, type Sampler, sampleInTurn } from "./measure.ts";

interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

function send(agent: Agent, port: number, { method, path, headers, body }: Call): Promise<number> {
  return new Promise((done, fail) => {
    const outgoing = request({ host: "127.0.0.1", port, agent, method, path, headers }, (answer) => {
      answer.resume().once("end", () => done(answer.statusCode ?? 0));
    });
    outgoing.once("error", fail);
    outgoing.end(body);
  });
}

async function signUp(origin: string, name: string, idempotencyKey: string): Promise<Call> {
  return {
    method: "POST",
    path: "/api/signups",
    headers: { origin, "content-type": "application/json", "idempotency-key": idempotencyKey },
    body: await signUpBody(name, idempotencyKey),
  };
}

/** Keeps `connections` busy for the time; expected answers a second. When most are others there is nothing to measure. */
function rate(port: number, connections: number, expected: number, next: () => Promise<Call>) {
  return async (milliseconds: number): Promise<number> => {
    const agent = new Agent({ keepAlive: true, maxSockets: connections });
    const begin = performance.now();
    const end = begin + Math.max(milliseconds, 500);
    let calls = 0;
    let others = 0;
    const worker = async (): Promise<void> => {
      while (performance.now() < end) {
        const status = await send(agent, port, await next());
        if (status === expected) calls += 1;
        else others += 1;
      }
    };
    await Promise.all(Array.from({ length: connections }, worker));
    agent.destroy();
    if (others > calls) throw new Error(`the gateway seldom answered ${expected}`);
    return (calls * 1000) / (performance.now() - begin);
  };
}

async function samplers({ origin, port }: Gateway): Promise<ReadonlyMap<string, Sampler>> {
  const replayed = crypto.randomUUID();
  const create = () => signUp(origin, "Bench", crypto.randomUUID());
  const replay = () => signUp(origin, "Replayed", replayed);
  await send(new Agent(), port, await replay());
  const open = async (): Promise<Call> => ({ method: "GET", path: "/signup/", headers: {} });
  const named = (name: string, measure: (milliseconds: number) => Promise<number>): [string, Sampler] => [
    name,
    async (milliseconds): Promise<Sample> => new Map([[name, await measure(milliseconds)]]),
  ];
  return new Map([
    named("create, 8 connections", rate(port, 8, 201, create)),
    named("create, 32 connections", rate(port, 32, 201, create)),
    named("replay, 32 connections", rate(port, 32, 201, replay)),
    named("page, 32 connections", rate(port, 32, 200, open)),
  ]);
}

async function run({ root, rounds, milliseconds }: Settings): Promise<readonly Section[]> {
  await using site = await startSite(root, () => {});
  const all = await samplers(site.gateway);
  const samples = await sampleInTurn([...all.values()], { rounds, milliseconds });
  const rows = medianRows([...all.keys()], samples);
  const notes = [
    "Gateway, sandbox and the clients share this machine; each create is on two disks when answered.",
    "Asked by node:http of one process, over kept-alive connections.",
  ];
  return [{ title: "gateway", columns: medianColumns("perSecond"), rows, notes }];
}

export const bench: Bench = { name: "gateway", run };
