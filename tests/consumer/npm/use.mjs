// Somebody's script over the installed package: the core, its words, its reference, its country facts.
import { describe, load } from "vestibule";
import { atlasBytes } from "vestibule/atlas";
import english from "vestibule/locales/en";
import { explain, jsonSchema } from "vestibule/reference";

const core = await load();
const { value } = core.check({ name: " Acme  Ltd ", recordType: "business" });
const [finding] = core.checkField("email", "x").findings;
const bare = await load({ atlas: false, reference: false });
const before = bare.hasAtlas;
await bare.loadAtlas(atlasBytes());

process.stdout.write(
  `${JSON.stringify({
    value,
    words: describe(finding, english),
    fix: explain(finding.code).fix,
    required: jsonSchema("contact").required,
    atlas: [core.hasAtlas, before, bare.hasAtlas],
    issues: core.schema("customer")["~standard"].validate({}).issues.length,
  })}\n`,
);
