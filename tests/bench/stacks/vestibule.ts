// Our own, as its users have it: the package by its name.
import { load } from "vestibule";
import type { Check } from "./stack.ts";

export async function make(): Promise<Check> {
  const core = await load();
  return (record) => core.check(record);
}
