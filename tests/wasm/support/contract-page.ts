// The script of the test page: leaves what came of the contract for the test to read.
import * as vestibule from "/package/index.browser.js";
import { contractFailures } from "./contract.ts";
import type { Vestibule } from "./package.ts";

(globalThis as { contract?: Promise<readonly string[]> }).contract = contractFailures(
  vestibule as unknown as Vestibule,
);
