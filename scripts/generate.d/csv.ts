// Reads the tables of core/data: CSV as in RFC 4180, with one comment line in front of the header row.
// Depends on nothing. Every complaint names the file and the line, so that the person who edited it can go there.

/** A mistake in the data, in words for the person who wrote it. Anything else that is thrown is a mistake of ours. */
export class DataError extends Error {
  override readonly name = "DataError";

  constructor(file: string, line: number, sentence: string) {
    super(`${file}:${line}: ${sentence}`);
  }
}

/** One data row; `fail` makes the error that points at it. */
export interface Row<Column extends string> {
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
  readonly fail: (sentence: string) => DataError;
}

interface RawRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Splits what follows the comment into records. One may span lines inside quotes; its `line` is where it starts. */
function splitRecords(file: string, text: string): readonly RawRecord[] {
  const records: RawRecord[] = [];
  let cells: string[] = [];
  let line = 2;
  let start = line;
  let at = 0;
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      const opened = line;
      for (at++; ; at++) {
        if (at >= text.length) throw new DataError(file, opened, "a quote is opened here and never closed.");
        if (text[at] === '"' && text[at + 1] !== '"') break;
        if (text[at] === '"') at++;
        if (text[at] === "\n") line++;
        cell += text[at];
      }
      at++;
      if (at < text.length && text[at] !== "," && text[at] !== "\n") {
        throw new DataError(file, line, "a closing quote is followed by a comma or the end of the line.");
      }
    } else {
      while (at < text.length && text[at] !== "," && text[at] !== "\n") {
        if (text[at] === '"') throw new DataError(file, line, "a cell with a quote in it is quoted as a whole.");
        cell += text[at++];
      }
    }
    cells.push(cell);
    if (text[at] === ",") {
      at++;
      if (text[at] !== "\n") continue;
      cells.push(""); // the comma was the last character of its line
    }
    records.push({ line: start, cells });
    cells = [];
    at++;
    line++;
    start = line;
  }
  return records;
}

/** Sources are ASCII, and what is generated from them too; a control character would end up inside a string literal. */
function refuseStrangeText(file: string, text: string): void {
  text.split("\n").forEach((content, index) => {
    const strange = /[^\x20-\x7e]/.exec(content)?.[0];
    if (strange === undefined) return;
    const name = `U+${strange.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`;
    throw new DataError(file, index + 1, `${name} is not printable ASCII; lines end with a line feed alone.`);
  });
}

/** Reads a table whose header row is exactly `columns`. */
export function readTable<Column extends string>(
  file: string,
  text: string,
  columns: readonly Column[],
): readonly Row<Column>[] {
  refuseStrangeText(file, text);
  if (!text.startsWith("#"))
    throw new DataError(file, 1, 'the first line is a comment that names the source: "# ...".');
  if (!text.endsWith("\n")) throw new DataError(file, text.split("\n").length, "the last line ends with a line feed.");
  const commentEnd = text.indexOf("\n");
  const [header, ...body] = splitRecords(file, text.slice(commentEnd + 1));
  if (header?.cells.join() !== columns.join()) {
    throw new DataError(file, 2, `the header row is "${columns.join()}".`);
  }
  if (body.length === 0) throw new DataError(file, 2, "at least one row follows the header.");
  return body.map(({ line, cells }) => {
    const fail = (sentence: string): DataError => new DataError(file, line, sentence);
    if (cells.length !== columns.length) {
      throw fail(`cells here: ${cells.length}, in the header: ${columns.length}; quote a cell that holds a comma.`);
    }
    cells.forEach((cell, index) => {
      if (cell !== cell.trim()) throw fail(`the cell "${columns[index]}" starts or ends with a space.`);
    });
    const named = Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
    return { line, cells: named as Record<Column, string>, fail };
  });
}
