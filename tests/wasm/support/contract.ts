// What must hold in every host. Runs inside of browsers and workerd too, so it needs nothing but the package.
import type { Core } from "../../../wasm/package/src/types.ts";
import type { Vestibule } from "./package.ts";

interface ContractCase {
  readonly name: string;
  /** True for what only the full module does. */
  readonly full?: true;
  readonly run: (core: Core, vestibule: Vestibule) => unknown;
  /** The result as JSON text, byte for byte. */
  readonly expected: string;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const contractCases: readonly ContractCase[] = [
  {
    name: "a record is normalised, what was changed is named",
    run: (core) => core.check({ recordType: "business", name: "  Acme   Ltd ", phone: "+44 20 7946 0018" }),
    expected:
      '{"ok":true,"value":{"name":"Acme Ltd","recordType":"Business","phone":"+442079460018"},' +
      '"changed":["/name","/recordType","/phone"],"findings":[]}',
  },
  {
    name: "a refused record has no value",
    run: (core) => core.check({ recordType: "Business", email: "a@b" }),
    expected:
      '{"ok":false,"value":null,"changed":[],"findings":[' +
      '{"code":"field.required","severity":"error","pointer":"/name","params":{}},' +
      '{"code":"email.syntax","severity":"error","pointer":"/email","params":{}}]}',
  },
  {
    name: "JSON text gives what its object gives",
    full: true,
    run: (core) => core.check(bytes('{"name":"A","recordType":"Consumer","numberOfEmployees":10}')),
    expected:
      '{"ok":true,"value":{"name":"A","recordType":"Consumer","numberOfEmployees":10},"changed":[],"findings":[]}',
  },
  {
    name: "characters beyond ASCII survive in both directions",
    run: (core) => core.check({ name: " \u674e \u{1f600}\u00e9", recordType: "Consumer", industry: "\u00c4 x" }),
    expected:
      '{"ok":true,"value":{"name":"\u674e \u{1f600}\u00e9","recordType":"Consumer","industry":"\u00c4 x"},' +
      '"changed":["/name"],"findings":[{"code":"enum.unlisted","severity":"warning","pointer":"/industry","params":{}}]}',
  },
  {
    name: "a form post",
    full: true,
    run: (core) => core.check(bytes("name=Acme+Ltd&recordType=Business&email="), { format: "form" }),
    expected: '{"ok":true,"value":{"name":"Acme Ltd","recordType":"Business"},"changed":[],"findings":[]}',
  },
  {
    name: "a batch of objects keeps its rows",
    full: true,
    run: (core) => core.check([{ name: "A", recordType: "Consumer" }, { name: "B" }]),
    expected:
      '{"ok":false,"value":[{"name":"A","recordType":"Consumer"},null],"changed":[],"findings":[' +
      '{"code":"field.required","severity":"error","pointer":"/1/recordType","params":{}}]}',
  },
  {
    name: "an address as a label",
    full: true,
    run: (core) =>
      core.address.format({ street: "1 High St", city: "Leeds", postalCode: "LS1 4AP" }, { country: "GB" }),
    expected: '"1 High St\\nLEEDS\\nLS1 4AP"',
  },
  {
    name: "a tax number",
    full: true,
    run: (core) => core.ids.tax("eu_vat", "de 136 695 976"),
    expected: '{"ok":true,"value":"DE136695976","findings":[]}',
  },
  {
    name: "two records that look alike",
    full: true,
    run: (core) => core.matching.compare({ name: "Acme Ltd" }, { name: "ACME Limited" }),
    expected: '[{"key":"name","likeness":"equal","strength":"medium"}]',
  },
  {
    name: "the built-in profile",
    full: true,
    run: (core) => core.profile.recordTypes.map(({ value }) => value),
    expected: '["Business","Consumer"]',
  },
  {
    name: "an address as a form asks for it",
    run: (core) => core.address.layout("GB")?.parts.map(({ part }) => part),
    expected: '["name","organization","street","city","postalCode"]',
  },
  {
    name: "a phone number in words",
    run: (core) => core.phone.describe("020 7946 0018", "GB")?.international,
    expected: '"+44 20 7946 0018"',
  },
  {
    name: "one field",
    run: (core) => core.checkField("website", "example.org"),
    expected: '{"ok":true,"value":"https://example.org/","changed":["/website"],"findings":[]}',
  },
  {
    name: "a Salesforce id gets its capitals back",
    run: (core) => core.ids.salesforce("001ot00000mx5kziai", "account"),
    expected:
      '{"ok":true,"value":"001Ot00000mx5KzIAI","findings":[' +
      '{"code":"id.case_repaired","severity":"warning","pointer":"","params":{}}]}',
  },
  {
    name: "random UUIDs are UUIDs",
    run: (core) => core.ids.uuid(core.ids.uuidV4()).ok,
    expected: "true",
  },
  {
    name: "a finding in words",
    run: (core, { describe }) =>
      core
        .checkField("numberOfEmployees", 1.5)
        .findings.map((finding) => describe(finding, { codes: { "number.integer": "{label}: whole" }, labels: {} })),
    expected: '["numberOfEmployees: whole"]',
  },
];

function outcome({ run }: ContractCase, core: Core, vestibule: Vestibule): string | undefined {
  try {
    return JSON.stringify(run(core, vestibule));
  } catch (error) {
    return error instanceof vestibule.VestibuleUsageError ? "misused" : String(error);
  }
}

function failuresOf(core: Core, vestibule: Vestibule): readonly string[] {
  return contractCases.flatMap((one) => {
    const expected = one.full === true && !core.hasFull ? "misused" : one.expected;
    const got = outcome(one, core, vestibule);
    return got === expected ? [] : [`${one.name}: expected ${expected}, got ${got}`];
  });
}

/** Runs every case with what the host starts with, and then with the full module; gives one line for each that failed. */
export async function contractFailures(vestibule: Vestibule): Promise<readonly string[]> {
  const core = await vestibule.load({ atlas: true });
  const before = failuresOf(core, vestibule);
  await core.loadFull();
  return [...before, ...(core.hasFull ? [] : ["loadFull changed nothing"]), ...failuresOf(core, vestibule)];
}
