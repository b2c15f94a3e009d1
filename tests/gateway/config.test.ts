// The configuration is read whole before anything is served; what is missing is named in a sentence.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "vestibule";
import { ConfigError, readConfig, readSecret } from "../../web/gateway/src/config.ts";
import { workerdConfig } from "../../web/gateway/workerd/config.ts";

const site = { name: "main", origin: "https://signup.example" };
const whole = { sites: [site], upstream: "https://api.example" };

function refuses(config: unknown, words: RegExp): void {
  assert.throws(
    () => readConfig(config),
    (error) => error instanceof ConfigError && words.test(error.message),
  );
}

test("the defaults", () => {
  assert.deepEqual(readConfig(whole), {
    sites: [{ ...site, origins: [] }],
    upstream: "https://api.example",
    slot: { kind: "field", field: "signupToken" },
    customerType: "Prospect",
    times: {
      upstreamMs: 10_000,
      gatewayMs: 15_000,
      clientMs: 20_000,
      leaseMs: 30_000,
      absenceMs: 120_000,
      formTokenMs: 7_200_000,
      formAgeMs: 2000,
      standingMs: 1000,
      outboxMs: 86_400_000,
      retentionMs: 2_592_000_000,
    },
    limits: {
      addressHeader: null,
      perAddress: [
        { count: 5, seconds: 60 },
        { count: 30, seconds: 3600 },
      ],
      perSite: [{ count: 20, seconds: 1 }],
      global: [{ count: 100, seconds: 1 }],
      readsPerAddress: [{ count: 600, seconds: 60 }],
      readsPerKey: [{ count: 120, seconds: 60 }],
      reports: [{ count: 10, seconds: 60 }],
      inWork: 96,
      bodyMs: 10_000,
    },
    challenge: null,
    operatorPort: null,
  });
});

test("each mistake is named", () => {
  refuses(null, /configuration must be an object/);
  refuses({ ...whole, upstrem: 1 }, /no setting "upstrem"/);
  refuses({ ...whole, sites: [] }, /at least one site/);
  refuses({ ...whole, sites: [{ ...site, origin: "https://signup.example/" }] }, /"origin" of Site 1/);
  refuses({ ...whole, sites: [{ ...site, origin: "ftp://signup.example" }] }, /"origin" of Site 1/);
  refuses({ ...whole, sites: [{ ...site, origins: ["*"] }] }, /"origins" of Site 1/);
  refuses({ ...whole, sites: [site, { ...site, name: "other" }] }, /a host of its own/);
  refuses({ ...whole, upstream: "api.example" }, /"upstream"/);
  const challenge = { verify: "https://challenges.example/siteverify", field: "cf-turnstile-response" };
  refuses({ ...whole, challenge: { ...challenge, verify: "challenges.example" } }, /"verify" of "challenge"/);
  refuses({ ...whole, challenge: { ...challenge, verify: "https://a.example/?secret=x" } }, /"verify" of "challenge"/);
  refuses({ ...whole, challenge: { ...challenge, field: "name" } }, /"field" of "challenge"/);
  refuses({ ...whole, challenge: { ...challenge, secret: "x" } }, /no setting "secret"/);
  refuses({ ...whole, times: { formAgeMs: 10_001 } }, /"formAgeMs" must be at most 10000/);
  refuses({ ...whole, upstream: "https://api.example/path" }, /"upstream"/);
  refuses({ ...whole, slot: "email" }, /"slot"/);
  refuses({ ...whole, slot: "description" }, /asks for one/);
  refuses({ ...whole, slotField: "a&b=c" }, /"slotField"/);
  refuses({ ...whole, customerType: "" }, /"customerType"/);
  refuses({ ...whole, times: { leaseMs: "30 s" } }, /"leaseMs" must be a number/);
  refuses({ ...whole, limits: { addressHeader: "a b" } }, /"addressHeader"/);
  refuses({ ...whole, limits: { perSite: [{ count: 0, seconds: 1 }] } }, /"count" of "perSite"/);
  refuses({ ...whole, limits: { global: [{ count: 1 }] } }, /"global" needs a "count" and "seconds"/);
  refuses({ ...whole, limits: { global: [{ count: 1, seconds: 86_401 }] } }, /a day at most/);
  refuses({ ...whole, limits: { inWork: 0 } }, /"inWork"/);
  refuses({ ...whole, operatorPort: 70_000 }, /"operatorPort" must be a port/);
});

test("each time is less than the next: API, gateway, browser, lease, absence", () => {
  const pairs = [
    ["upstreamMs", "gatewayMs"],
    ["gatewayMs", "clientMs"],
    ["clientMs", "leaseMs"],
    ["leaseMs", "absenceMs"],
  ] as const;
  const { times } = readConfig(whole);
  for (const [first, second] of pairs) {
    const words = new RegExp(`"${first}" \\(\\d+\\) must be less than "${second}"`);
    refuses({ ...whole, times: { [first]: times[second] } }, words);
    readConfig({ ...whole, times: { [first]: times[second] - 1 } });
  }
});

test("C19: a sign-up is remembered for longer than a browser keeps it or asks about it, and an hour", async () => {
  const hour = 3_600_000;
  const words = /must be less than "retentionMs"/;
  refuses({ ...whole, times: { outboxMs: 800 * hour, retentionMs: 801 * hour } }, words);
  readConfig({ ...whole, times: { outboxMs: 800 * hour, retentionMs: 801 * hour + 1 } });
  // What the browser's machine gives up: until then it asks, and sends again where nobody knows the key.
  const { signup } = await load();
  const began = 1_800_000_000_000;
  const lastAsked = (days: number, more: number) => {
    const event = {
      event: "resume",
      key: "k",
      secret: "s",
      began,
      random: 0,
      now: began + days * 24 * hour + more,
    } as const;
    return signup.step({ state: "editing" }, event).effects.includes("ask");
  };
  assert.deepEqual([lastAsked(29, -1), lastAsked(29, 0)], [true, false]);
  refuses({ ...whole, times: { retentionMs: (29 * 24 + 1) * hour } }, words);
  readConfig({ ...whole, times: { retentionMs: (29 * 24 + 1) * hour + 1 } });
});

test("a missing secret is named, a present one never is", () => {
  assert.throws(() => readSecret(undefined, "NUE_API_KEY"), /NUE_API_KEY is not set/);
  assert.throws(
    () => readSecret("with a space", "NUE_API_KEY"),
    (error) => error instanceof ConfigError && !error.message.includes("with a space"),
  );
});

test("workerd is given a way to the API and to a challenge, TLS where they have it, and no secret", () => {
  const options = { port: 1, pages: "/p", store: "/s" };
  const plain = workerdConfig({ ...options, config: { upstream: "http://127.0.0.1:8080" } });
  assert.match(plain, /external = \(address = "127\.0\.0\.1:8080", http = \(\)\)/);
  const secure = workerdConfig({ ...options, config: { upstream: "https://api.example" } });
  assert.match(
    secure,
    /address = "api\.example:443", https = .*trustBrowserCas = true.*certificateHost = "api\.example"/,
  );
  assert.match(secure, /name = "internet", network = \(allow = \[\]\)/);
  assert.match(secure, /fromEnvironment = "NUE_API_KEY"/);
  const external = (text: string): number => text.split("external = ").length - 1;
  assert.equal(external(secure), 1);
  assert.match(secure, /name = "CHALLENGE", service = "internet"/);
  const challenge = { verify: "https://challenges.example/siteverify", field: "a-response" };
  const both = workerdConfig({ ...options, config: { upstream: "https://api.example", challenge } });
  assert.equal(external(both), 2);
  assert.match(both, /name = "challenge", external = \(address = "challenges\.example:443", https = /);
  assert.match(both, /name = "CHALLENGE", service = "challenge"/);
});
