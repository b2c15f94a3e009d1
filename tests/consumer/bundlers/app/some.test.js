// For a test runner with a way of its own to load modules.
import { expect, test } from "vitest";
import { checkAll } from "./check.js";

test("the core answers", async () => {
  expect(await checkAll()).toBe(process.env.EXPECTED);
});
