// The script of the test page: leaves what came of the contract for the test to read, and a way to lose instances. The
// page's address names the entry: ?index.browser.js
import { contractFailures } from "./contract.ts";
import { loseAll } from "./losses.ts";
import type { Vestibule } from "./package.ts";

const imported: Promise<Vestibule> = import(`/package/${location.search.slice(1)}`);
const contract = imported.then(contractFailures);
const losses = async (): Promise<string> => loseAll((await imported).load);
Object.assign(globalThis, { contract, losses });
