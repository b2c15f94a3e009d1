// Every section of the atlas.
// Depends on the files of the sections.
import { section as address } from "./address.ts";
import type { Section } from "./section.ts";

export const sections: readonly Section[] = [address];
