// One sixteenth of the intent store, as a Durable Object: one thread, one SQLite database, one alarm for all it holds.
import { readConfig, readSecret, type Times } from "../config.ts";
import { askSlot, askTrial, doubtSlot, type SlotState } from "../control/client.ts";
import { knowOthers, syncSometimes } from "../control/instance.ts";
import { intents } from "../core.ts";
import { equalSecrets, sha256Hex } from "../digest.ts";
import { readFormToken } from "../form-token.ts";
import { isFull, pauseSeconds, roomForCalls } from "../limits/pressure.ts";
import { log } from "../log.ts";
import type { Environment, ObjectState } from "../platform.ts";
import { makeUpstream } from "../upstream.ts";
import { AlarmClock } from "./alarm-clock.ts";
import { Changes } from "./changes.ts";
import { bindFormToken, type ClaimAnswer, type ShardAsk, shardCount } from "./client.ts";
import { Desk } from "./desk.ts";
import type { Decision, RelinkAnswer } from "./desk-types.ts";
import { Flights } from "./flights.ts";
import type { Claim, Intent, IntentAnswer, IntentName, StandingAnswer } from "./intent.ts";
import { type RunnerParts, runIntent } from "./runner.ts";
import { Standings } from "./standing.ts";
import { IntentStore } from "./store.ts";

const batch = 64;
/** A page that asks again and again does not make the upstream be asked as often. */
const restMs = 1000;
/** Seconds until a page asks again for what is due later. */
const longestWait = 60;

export class IntentShard {
  readonly #state: ObjectState;
  readonly #env: Environment;
  #parts: RunnerParts;
  readonly #clock: AlarmClock;
  readonly #desk: Desk;
  #standings: Standings;
  readonly #changes: Changes;
  #slot: SlotState = "unproven";
  readonly #claiming = new Set<string>();
  readonly #running = new Map<string, Promise<void>>();
  readonly #formSecret: string;
  readonly #times: Times;

  constructor(state: ObjectState, env: Environment) {
    const config = readConfig(env.CONFIG);
    const upstream = makeUpstream(config, readSecret(env.NUE_API_KEY, "NUE_API_KEY"), env.UPSTREAM);
    const { leaseMs, absenceMs, upstreamMs } = config.times;
    const { storage } = state;
    const store = new IntentStore(storage, shardCount);
    this.#state = state;
    this.#env = env;
    this.#formSecret = readSecret(env.FORM_SECRET, "FORM_SECRET");
    this.#times = config.times;
    const hasSlot = config.slot.kind !== "none";
    const policy = { hasSlot, singleOwner: true, upstream: upstreamMs, lease: leaseMs, horizon: absenceMs };
    const doubt = () => state.waitUntil(doubtSlot(env.CONTROL).catch(() => {}));
    const trial: RunnerParts["askTrial"] = (untold) => askTrial(env.CONTROL, untold);
    const slotField = config.slot.kind === "field" ? config.slot.field : "";
    const flights = new Flights();
    this.#parts = { store, storage, upstream, policy, slotField, flights, doubtSlot: doubt, askTrial: trial };
    this.#clock = new AlarmClock(storage, store, config.times.retentionMs);
    this.#standings = new Standings(upstream, config.times.standingMs);
    this.#desk = new Desk(storage, store);
    this.#changes = new Changes(store, this.#desk, upstream);
  }

  /** Only the gateway itself asks, through its binding; client.ts has the questions. */
  async fetch(request: Request): Promise<Response> {
    await knowOthers(this.#env);
    // Where this object does not share the worker's isolate, nobody else tells what is counted here.
    syncSometimes(this.#env, this.#state);
    const ask: ShardAsk = await request.json();
    switch (ask.question) {
      case "claim":
        return Response.json(await this.#claimed(ask.claim));
      case "outcome":
        return Response.json(this.#outcome(ask.name, ask.secretHash));
      case "standing":
        return Response.json(await this.#standing(ask.name, ask.secretHash));
      case "change":
        return Response.json(await this.#changes.carryOut(ask.change));
      case "list":
        return Response.json(await this.#desk.list(ask.state, Date.now()));
      case "counts":
        return Response.json(this.#desk.counts());
      case "flight":
        return Response.json(this.#parts.flights.text(ask.hash));
      case "audit":
        return Response.json(this.#desk.audit());
      case "relink":
        return Response.json(await this.#relink(ask.relink));
      case "settle":
        return Response.json(await this.#desk.settle(ask.decision, Date.now()));
      case "hint":
        return Response.json(this.#hear(ask.customerId));
      case "bind": {
        const bound = this.#parts.store.bindFormToken(ask.id, ask.key, ask.expires);
        await this.#clock.housekeeping();
        return Response.json(bound);
      }
    }
  }

  /** A person's word counts only for a customer, or a contact, that the API knows. */
  async #relink(relink: Decision): Promise<RelinkAnswer> {
    const { upstream, policy } = this.#parts;
    const parked = await this.#desk.findParked(relink.hash);
    if (parked === undefined) return { kind: "not_parked" };
    const { customerId } = relink;
    const isThere = await upstream.knows(parked.machine.owner === undefined ? "customers" : "contacts", customerId);
    if (isThere === undefined) return { kind: "unanswered" };
    return isThere ? this.#desk.relink(relink, policy, Date.now()) : { kind: "unknown_customer" };
  }

  /** Something happened to a customer: what is known of it is asked for anew. Answers whether it was created here. */
  #hear(customerId: string): boolean {
    const isOurs = this.#desk.hasCustomer(customerId);
    if (isOurs) this.#standings = new Standings(this.#parts.upstream, this.#times.standingMs);
    return isOurs;
  }

  /** Settles what nobody asks for any more: interrupted sends, lost answers. */
  async alarm(): Promise<void> {
    this.#clock.rang();
    await knowOthers(this.#env);
    syncSometimes(this.#env, this.#state);
    const { store } = this.#parts;
    const now = Date.now();
    store.clean(now, this.#times.retentionMs);
    // What cannot be sent now is not even begun: a backlog that is looked at again and again would keep itself from ending.
    const room = Math.min(batch, roomForCalls());
    if (room <= 0) return this.#clock.atLatest(now + restMs);
    await Promise.allSettled(store.due(now, room).map((intent) => this.#run(intent)));
    await this.#clock.set();
  }

  /** `known`: the key had an intent before, or another request is about to give it one. */
  async #claimed(claim: Claim): Promise<ClaimAnswer> {
    const name = runName(claim);
    const intent = this.#parts.store.find(claim);
    const known = this.#claiming.has(name) || intent !== undefined;
    this.#claiming.add(name);
    try {
      return { ...(await this.#claim(claim, intent)), known };
    } finally {
      this.#claiming.delete(name);
    }
  }

  async #claim(claim: Claim, found: Intent | undefined): Promise<IntentAnswer> {
    const { store } = this.#parts;
    const { fingerprint, payload } = claim;
    let intent = found;
    const marks = { fingerprint: fingerprint ?? "", bodyHash: claim.rawBodyHash };
    const admission = intents.admit(intent === undefined ? undefined : marksOf(intent), marks);
    if (admission === "refuse") return { kind: "none" };
    if (admission === "reuse") return { kind: "reused" };
    if (intent === undefined) {
      // Over the limits only what is known already is answered.
      if (fingerprint === null || payload === null) return { kind: "none" };
      if (isFull()) return { kind: "busy" };
      if (!(await this.#takesFormToken(claim))) return { kind: "stale" };
      intent = store.claim({ ...claim, fingerprint, payload }, Date.now());
      // Another request of this key may have been first while the form token was looked at (C5).
      if (intents.admit(marksOf(intent), marks) === "reuse") return { kind: "reused" };
    }
    if (admission === "replay") return this.#answer(intent, true);
    if (this.#running.has(runName(intent))) return this.#answer(intent, false);
    const { probedAt = 0, sentAt = 0 } = intent.machine;
    if (Date.now() - Math.max(probedAt, sentAt) >= restMs) {
      await this.#runPatiently(intent);
    }
    return this.#answer(store.find(claim) ?? intent, false);
  }

  /** Without the form's own secret a key is as unknown as one that was never sent. */
  #outcome(name: IntentName, secretHash: string): IntentAnswer {
    const intent = this.#parts.store.find(name);
    if (intent === undefined || !equalSecrets(intent.secretHash ?? "", secretHash)) return { kind: "none" };
    return this.#answer(intent, false);
  }

  async #standing(name: IntentName, secretHash: string): Promise<StandingAnswer> {
    const answer = this.#outcome(name, secretHash);
    const customerId = this.#parts.store.find(name)?.machine.customerId;
    if (answer.kind !== "final" || customerId === undefined) return answer;
    const standing = await this.#standings.of(customerId);
    return standing === undefined ? { kind: "unanswered", pause: pauseSeconds() } : { kind: "standing", standing };
  }

  #answer(intent: Intent, replayed: boolean): IntentAnswer {
    const { response, machine } = intent;
    if (response !== null) return { kind: "final", ...response, replayed };
    const running = this.#running.has(runName(intent));
    return { kind: "pending", state: machine.state, running, retryAfter: running ? 1 : secondsUntil(machine.dueAt) };
  }

  async #takesFormToken({ site, key, formToken, formAge }: Claim): Promise<boolean> {
    const rules = { secret: this.#formSecret, site, lifetimeMs: this.#times.formTokenMs };
    const token = await readFormToken(formToken, rules, key, Date.now());
    if (token === undefined) return false;
    await sleep(Math.min(formAge, token.made + formAge - Date.now()));
    return token.madeForKey || bindFormToken(this.#env.INTENTS, token, key);
  }

  /** Waits for the run as long as a page may be kept waiting. A timer left behind would keep this object from resting. */
  async #runPatiently(intent: Intent): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<void>((done) => {
      timer = setTimeout(done, this.#times.gatewayMs);
    });
    await Promise.race([this.#run(intent), patience]);
    clearTimeout(timer);
  }

  /** One run at a time for an intent; it goes on when whoever asked has gone. */
  #run(intent: Intent): Promise<void> {
    const name = runName(intent);
    const running = this.#running.get(name);
    if (running !== undefined) return running;
    const run = this.#runAndSchedule(intent).finally(() => this.#running.delete(name));
    this.#running.set(name, run);
    this.#state.waitUntil(run);
    return run;
  }

  /** Nothing is looked for by a token that the API does not search for. */
  async #learnSlot(): Promise<void> {
    if (this.#slot !== "unproven") return;
    this.#slot = await askSlot(this.#env.CONTROL).catch(() => "unproven" as const);
    if (this.#slot === "none") this.#parts = { ...this.#parts, policy: { ...this.#parts.policy, hasSlot: false } };
  }

  async #runAndSchedule(intent: Intent): Promise<void> {
    // Whatever happens to this run, the alarm comes back to the intent.
    await this.#clock.atLatest(Date.now() + this.#parts.policy.lease);
    const keyHash = await sha256Hex(intent.key);
    await this.#learnSlot();
    try {
      await runIntent(intent, keyHash, this.#parts);
    } catch {
      log({ event: "failure", key: keyHash.slice(0, 8), why: "A run of an intent broke off." });
    }
    await this.#clock.set();
  }
}

/** When to ask again: somebody may settle it before it is due, but nobody while the API is not asked at all. */
function secondsUntil(dueAt = 0): number {
  const due = Math.ceil((dueAt - Date.now()) / 1000);
  return Math.max(1, Math.min(longestWait, due), pauseSeconds());
}

/** No person fills in a form within a moment; one who does waits, and a robot has no more of it. */
async function sleep(milliseconds: number): Promise<void> {
  if (milliseconds > 0) await new Promise((done) => setTimeout(done, milliseconds));
}

function marksOf({ fingerprint, rawBodyHash, machine: { state } }: Intent) {
  return { state, fingerprint, bodyHash: rawBodyHash };
}

function runName({ site, key }: IntentName): string {
  return `${site} ${key}`;
}
