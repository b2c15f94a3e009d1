// What the text rules ask of a code point, as one byte that names a record of all answers, in runs of equal ones.
// Depends on arrays and source.
import { array, variableLength } from "./arrays.ts";
import type { UnicodeSource } from "./source.ts";

/** In the order of CharacterClass in core/include/vestibule/text/classify.hpp. */
const classes = [
  "visible",
  "space",
  "line_break",
  "control",
  "bidi_control",
  "invisible",
  "joiner",
  "tag",
  "selector",
  "variation",
  "noncharacter",
  "doubtful",
  "mark",
  "spacing_mark",
  "filler",
] as const;
type CharacterClass = (typeof classes)[number];

/** In the order of Script in core/include/vestibule/text/scripts.hpp, after "common" and before "other". */
const scripts = [
  "Latin",
  "Greek",
  "Cyrillic",
  "Armenian",
  "Georgian",
  "Hebrew",
  "Arabic",
  "Thai",
  "Hangul",
  "Bopomofo",
  "Hiragana",
  "Katakana",
  "Han",
];

/** Alphabets written from left to right whose letters may stand in a Latin word unseen; digits and symbols cannot. */
const lookalikeScripts = "Greek Cyrillic Armenian Georgian Cherokee Coptic Lisu Deseret Osage".split(" ");

/** Letters without ink; U+2800 is the blank Braille pattern. */
const fillers: ReadonlySet<number> = new Set([0x115f, 0x1160, 0x2800, 0x3164, 0xffa0]);

// Two planes; what lies above them needs no table (unicode_data.cpp).
const end = 0x20000;

function between(point: number, first: number, last: number): boolean {
  return point >= first && point <= last;
}

function classOf(point: number, { having }: UnicodeSource): CharacterClass {
  if ([0x0a, 0x0d, 0x2028, 0x2029].includes(point)) return "line_break";
  if (point !== 0x09 && (point < 0x20 || between(point, 0x7f, 0x9f))) return "control";
  if (having("White_Space").has(point)) return "space";
  if (between(point, 0x202a, 0x202e) || between(point, 0x2066, 0x2069)) return "bidi_control";
  if (between(point, 0x200c, 0x200d)) return "joiner";
  if (fillers.has(point)) return "filler";
  // Variation selectors, the Mongolian ones among them; U+180E is a separator without width.
  if (between(point, 0xfe00, 0xfe0f) || (between(point, 0x180b, 0x180f) && point !== 0x180e)) return "variation";
  // Interlinear annotation and the place of an object that is not there are as invisible as the ignorable ones.
  if (having("Default_Ignorable_Code_Point").has(point) || between(point, 0xfff9, 0xfffc)) return "invisible";
  if (point === 0xfffd || between(point, 0xe000, 0xf8ff)) return "doubtful";
  if (having("gc=Mn").has(point) || having("gc=Me").has(point)) return "mark";
  return having("gc=Mc").has(point) ? "spacing_mark" : "visible";
}

/** Scripts in which U+200C or U+200D is spelling: those whose letters join, and those that stack them by a virama. */
function joiningScripts({ having, properties }: UnicodeSource): readonly string[] {
  const signs = ["jt=D", "jt=L", "jt=R", "InSC=Virama", "InSC=Invisible_Stacker"].flatMap((name) => [...having(name)]);
  return properties.filter(
    (name) => name.startsWith("sc=") && name !== "sc=Common" && signs.some((sign) => having(name).has(sign)),
  );
}

/** The letter under its marks. */
function base(point: number, source: UnicodeSource): number {
  const step = source.decompositions.get(point);
  return step?.canonical === true ? base(step.mapping[0] ?? point, source) : point;
}

interface Sets {
  readonly script: ReadonlyMap<number, number>;
  readonly combining: ReadonlyMap<number, number>;
  readonly joining: ReadonlySet<number>;
  readonly lookalike: ReadonlySet<number>;
  readonly mayFollow: ReadonlySet<number>;
}

function collect(source: UnicodeSource): Sets {
  const { having, properties, decompositions, lookalikes } = source;
  const script = new Map<number, number>();
  const combining = new Map<number, number>();
  for (const name of properties) {
    const [kind = "", value = ""] = name.split("=");
    const at = scripts.indexOf(value);
    const common = value === "Common" || value === "Inherited";
    for (const point of kind === "sc" ? having(name) : []) {
      script.set(point, common ? 0 : at === -1 ? scripts.length + 1 : at + 1);
    }
    if (kind === "ccc") for (const point of having(name)) combining.set(point, Number(value));
  }
  const joining = new Set(joiningScripts(source).flatMap((name) => [...having(name)]));
  const letters = lookalikeScripts.flatMap((name) => [...having(`sc=${name}`)]);
  const lookalike = new Set(letters.filter((point) => lookalikes.has(base(point, source))));
  // A second code point of a pair that composes, or a vowel or final consonant of Hangul.
  const mayFollow = new Set<number>();
  for (const [point, { canonical, mapping }] of decompositions) {
    const second = mapping[1];
    if (canonical && second !== undefined && !having("Full_Composition_Exclusion").has(point)) mayFollow.add(second);
  }
  for (let vowel = 0x1161; vowel <= 0x1175; vowel++) mayFollow.add(vowel);
  for (let final = 0x11a8; final <= 0x11c2; final++) mayFollow.add(final);
  return { script, combining, joining, lookalike, mayFollow };
}

/** Bits 0-3 class, 4-5 NFC (0 yes, 1 maybe, 2 no), 6-7 joins (1 letters, 2 emoji), 8-15 ccc, 16-19 script, 20 lookalike. */
function records(source: UnicodeSource): readonly number[] {
  const { having } = source;
  const sets = collect(source);
  const made: number[] = [];
  let script = 0;
  let letters = false;
  for (let point = 0; point < end; point++) {
    // What no version has assigned continues its block: the table is smaller, and a later letter finds its neighbours.
    const known = sets.script.get(point);
    if (known !== undefined) {
      script = known;
      letters = sets.joining.has(point) || point === 0x0640; // tatweel belongs to several scripts
    }
    const characterClass = classOf(point, source);
    if (characterClass === "doubtful") {
      script = 0;
      letters = false;
    }
    const emoji = having("Extended_Pictographic").has(point) || having("Emoji_Modifier").has(point);
    const nfc = having("Full_Composition_Exclusion").has(point) ? 2 : sets.mayFollow.has(point) ? 1 : 0;
    made.push(
      classes.indexOf(characterClass) |
        (nfc << 4) |
        ((emoji ? 2 : letters ? 1 : 0) << 6) |
        ((sets.combining.get(point) ?? 0) << 8) |
        (script << 16) |
        ((sets.lookalike.has(point) ? 1 : 0) << 20),
    );
  }
  return made;
}

export function propertiesInc(source: UnicodeSource): string {
  const perPoint = records(source);
  const distinct = [...new Set(perPoint)];
  const number = new Map(distinct.map((record, index) => [record, index]));
  if (distinct.length > 256) throw new Error("The records of properties outgrew their byte.");
  const begins = perPoint.flatMap((record, point) => (record === perPoint[point - 1] ? [] : [point]));
  const more = begins.map((begin, i) => (begins[i + 1] ?? end) - begin - 1);
  return [
    `constexpr std::uint32_t property_end = ${end};\n`,
    // Apart, for equal bytes side by side are what compresses.
    array(
      "std::uint8_t",
      "property_run_records",
      begins.map((begin) => number.get(perPoint[begin] ?? 0) ?? 0),
    ),
    array("std::uint8_t", "property_run_more", variableLength(more)),
    array("std::uint32_t", "property_values", distinct),
  ].join("\n");
}
