// What a bench is: every *_bench.ts beside this file exports one as `bench`, and scripts/bench finds it there.

export interface Settings {
  /** The folder of the project. */
  readonly root: string;
  /** Samples per row; the median of them is shown. */
  readonly rounds: number;
  /** Roughly how long one sample takes. */
  readonly milliseconds: number;
}

/** ns: nanoseconds for one; perSecond: how many in a second; bytes; ratio: to the first row of the section. */
export type Unit = "ns" | "perSecond" | "bytes" | "ratio";

export interface Column {
  readonly title: string;
  readonly unit: Unit;
}

export interface Row {
  readonly name: string;
  /** One for each column; null where it could not be measured. */
  readonly values: readonly (number | null)[];
}

/** One table. */
export interface Section {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** What one has to know to read it, and why something is missing. */
  readonly notes: readonly string[];
}

export interface Bench {
  /** For --only. */
  readonly name: string;
  run(settings: Settings): Promise<readonly Section[]>;
}
