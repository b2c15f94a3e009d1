// The reader of the tables: RFC 4180, one comment line, printable ASCII.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readTable } from "../../scripts/generate.d/csv.ts";

function read(text: string): readonly (readonly [line: number, a: string, b: string])[] {
  return readTable("t.csv", text, ["a", "b"]).map(({ line, cells }) => [line, cells.a, cells.b]);
}

test("quotes protect commas, quotes and line feeds; a row is where it starts", () => {
  const text = '# c\na,b\n"x, y","say ""so"""\n"two\nlines",2\nlast,\n';
  assert.deepEqual(read(text), [
    [3, "x, y", 'say "so"'],
    [4, "two\nlines", "2"],
    [6, "last", ""],
  ]);
});

const mistakes: readonly (readonly [what: string, text: string, message: string])[] = [
  ["no comment", "a,b\n1,2\n", 't.csv:1: the first line is a comment that names the source: "# ...".'],
  ["no last line feed", "# c\na,b\n1,2", "t.csv:3: the last line ends with a line feed."],
  ["another header", "# c\na,c\n1,2\n", 't.csv:2: the header row is "a,b".'],
  ["no header", "# c\n", 't.csv:2: the header row is "a,b".'],
  ["no rows", "# c\na,b\n", "t.csv:2: at least one row follows the header."],
  ["too few cells", "# c\na,b\n1\n", "t.csv:3: cells here: 1, in the header: 2; quote a cell that holds a comma."],
  ["too many cells", "# c\na,b\n1,2,\n", "t.csv:3: cells here: 3, in the header: 2; quote a cell that holds a comma."],
  ["an open quote", '# c\na,b\n1,"2\n3,4\n', "t.csv:3: a quote is opened here and never closed."],
  [
    "text after a quote",
    '# c\na,b\n"1"x,2\n',
    "t.csv:3: a closing quote is followed by a comma or the end of the line.",
  ],
  ["a quote inside", '# c\na,b\n1,2"\n', "t.csv:3: a cell with a quote in it is quoted as a whole."],
  ["a space at the end", "# c\na,b\n1,2 \n", 't.csv:3: the cell "b" starts or ends with a space.'],
  [
    "a letter beyond ASCII",
    "# c\na,b\n1,\u00e9\n",
    "t.csv:3: U+00E9 is not printable ASCII; lines end with a line feed alone.",
  ],
  ["a carriage return", "# c\r\na,b\r\n", "t.csv:1: U+000D is not printable ASCII; lines end with a line feed alone."],
];

for (const [what, text, message] of mistakes) {
  test(`a table is refused: ${what}`, () => {
    assert.throws(() => read(text), { name: "DataError", message });
  });
}
