// The script of the test page: leaves what came of the contract, and of losses, for the test to read.
import * as vestibule from "/package/index.browser.js";
import { contractFailures } from "./contract.ts";
import { loseTwice } from "./losses.ts";
import type { Vestibule } from "./package.ts";

const { load } = vestibule as unknown as Vestibule;
const contract = contractFailures(vestibule as unknown as Vestibule);
const losses = contract.then(() => loseTwice(load));
Object.assign(globalThis, { contract, losses });
