// Every section of the atlas.
// Depends on the files of the sections.
import { section as address } from "./address.ts";
import { section as idna } from "./idna.ts";
import { section as mail } from "./mail.ts";
import { section as phone } from "./phone.ts";
import type { Section } from "./section.ts";

export const sections: readonly Section[] = [address, idna, mail, phone];
