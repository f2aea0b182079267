import { describe, expect, test } from "vitest";
import { createCsvReader, formatPredictionsCsv, parsePredictionsCsv } from "../../src/index.ts";

const format = {
  columns: ["lever", "lick"],
  expectedIds: { validation: ["v1", "v2"], test: ["t1", "t2", "t3"] },
};
const plain = "row_id,lever,lick\nt1,0.1,1\nt2,0.2,2\nt3,0.3,3e-1\n";
const parse = (text: string | Uint8Array) => parsePredictionsCsv(text, format);
const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((p) => (typeof p === "string" ? [...new TextEncoder().encode(p)] : p)));

describe("the same predictions come from", () => {
  const expected = {
    splits: ["test"],
    rowIds: ["t1", "t2", "t3"],
    columns: new Map([
      ["lever", Float64Array.of(0.1, 0.2, 0.3)],
      ["lick", Float64Array.of(1, 2, 0.3)],
    ]),
  };
  test.each([
    ["a plain file", plain],
    ["Windows line ends", plain.replaceAll("\n", "\r\n")],
    ["old Macintosh line ends", plain.replaceAll("\n", "\r")],
    ["no final line end", plain.trimEnd()],
    ["a byte-order mark", `\ufeff${plain}`],
    ["blank lines", plain.replaceAll("\n", "\n\n")],
    ["another order of rows", "row_id,lever,lick\nt3,0.3,3e-1\nt1,0.1,1\nt2,0.2,2\n"],
    ["another order of columns", "lick,row_id,lever\n1,t1,0.1\n2,t2,0.2\n0.3,t3,0.3\n"],
    ["quotes, as R writes them", '"row_id","lever","lick"\n"t1",0.1,1\n"t2",0.2,2\n"t3",0.3,0.3\n'],
    [
      "spaces around numbers, signs, bare points",
      "row_id,lever,lick\nt1, .1 ,+1.\nt2,0.2,2.0E0\nt3,3e-1,.3\n",
    ],
  ])("%s", (_, text) => {
    expect(parse(text)).toEqual(expected);
  });

  test("pieces of one byte each", () => {
    const reader = createCsvReader(format);
    for (const byte of new TextEncoder().encode(`\ufeff${plain.replaceAll("\n", "\r\n")}`)) {
      reader.push(Uint8Array.of(byte));
    }
    expect(reader.finish()).toEqual(expected);
  });
});

test("one file may predict validation, test or both", () => {
  const validation = "v2,0,0\nv1,1,1\n";
  expect(parse(`row_id,lever,lick\n${validation}`).splits).toEqual(["validation"]);
  const both = parse(plain + validation);
  expect(both.splits).toEqual(["test", "validation"]);
  expect(both.rowIds).toEqual(["t1", "t2", "t3", "v1", "v2"]);
});

test("what is written is what is read", () => {
  const values = Float64Array.of(0.1 + 0.2, -1e-300, 5e-324);
  const columns = new Map([
    ["lever", values],
    ["lick", values],
  ]);
  expect(parse(formatPredictionsCsv(["t1", "t2", "t3"], columns)).columns).toEqual(columns);
});

/** [what is wrong, the file, code, pattern of the message] */
const refused: [string, string | Uint8Array, string, RegExp][] = [
  ["an empty file", "", "SUBMISSION_EMPTY", /no predictions/],
  ["a lone header", "row_id,lever,lick\n", "SUBMISSION_EMPTY", /no predictions/],
  ["UTF-16 with a mark", bytes([0xff, 0xfe], "r\0o\0"), "SUBMISSION_UTF16", /UTF-16/],
  ["UTF-16 without a mark", bytes("r\0o\0w\0"), "SUBMISSION_UTF16", /UTF-16/],
  ["a NUL", plain.replace("0.2", "0\0"), "SUBMISSION_NUL", /row 2/],
  ["nothing but NULs", new Uint8Array(100), "SUBMISSION_NUL", /NUL/],
  ["bad UTF-8", bytes("row_id,lever,lick\nt", [0xc3, 0x28], ",1,1\n"), "SUBMISSION_UTF8", /row 1/],
  [
    "a field without end",
    `row_id,lever,lick\nt1,0.${"1".repeat(2000)},1\n`,
    "SUBMISSION_FIELD_TOO_LONG",
    /row 1/,
  ],
  ["an open quote", 'row_id,lever,lick\n"t1,1,1\n', "SUBMISSION_QUOTE", /row 1/],
  ["a quote within", 'row_id,lever,lick\nt"1",1,1\n', "SUBMISSION_QUOTE", /row 1/],
  ["text after a quote", 'row_id,lever,lick\n"t1"x,1,1\n', "SUBMISSION_QUOTE", /row 1/],
  ["too few fields", "row_id,lever,lick\nt1,1\n", "SUBMISSION_FIELDS", /row 1: 2 fields were found, 3/],
  ["too many fields", "row_id,lever,lick\nt1,1,1,1\n", "SUBMISSION_FIELDS", /4 fields/],
  ["a comma for a point", "row_id,lever,lick\nt1,0,5,1\n", "SUBMISSION_FIELDS", /4 fields/],
  ["a million fields", `row_id${",x".repeat(5000)}`, "SUBMISSION_FIELDS", /1,025/],
  ["no row_id", "id,lever,lick\nt1,1,1\n", "SUBMISSION_COLUMN_MISSING", /"row_id"/],
  ["a missing column", "row_id,lever\nt1,1\n", "SUBMISSION_COLUMN_MISSING", /"lick"/],
  ["an extra column", "row_id,lever,lick,x\nt1,1,1,1\n", "SUBMISSION_COLUMN_EXTRA", /"x"/],
  ["a column named __proto__", "row_id,lever,lick,__proto__\n", "SUBMISSION_COLUMN_EXTRA", /__proto__/],
  ["a column twice", "row_id,lever,lick,lick\n", "SUBMISSION_COLUMN_TWICE", /"lick"/],
  ["semicolons", "row_id;lever;lick\nt1;1;1\n", "SUBMISSION_COLUMN_MISSING", /"row_id"/],
  ["an unknown row", plain.replace("t2", "t9"), "SUBMISSION_ROW_UNKNOWN", /row 2: "t9"/],
  ["a row named __proto__", plain.replace("t2", "__proto__"), "SUBMISSION_ROW_UNKNOWN", /row 2/],
  ["a row named constructor", plain.replace("t2", "constructor"), "SUBMISSION_ROW_UNKNOWN", /row 2/],
  ["a row twice", plain.replace("t2", "t1"), "SUBMISSION_ROW_TWICE", /row 2: "t1"/],
  ["missing rows", "row_id,lever,lick\nt1,1,1\n", "SUBMISSION_ROWS_MISSING", /2 of the 3 test rows.*t2/],
  [
    "a part of another split",
    `${plain}v1,1,1\n`,
    "SUBMISSION_ROWS_MISSING",
    /1 of the 2 validation rows.*v2/,
  ],
  ["a blank", plain.replace("0.2", ""), "SUBMISSION_VALUE_BLANK", /row 2: "lever"/],
  ["NaN", plain.replace("0.2", "NaN"), "SUBMISSION_VALUE_NAN", /row 2/],
  ["Infinity", plain.replace("0.2", "-Infinity"), "SUBMISSION_VALUE_INFINITE", /row 2/],
  ["inf", plain.replace("0.2", "inf"), "SUBMISSION_VALUE_INFINITE", /row 2/],
  ["1e999", plain.replace("0.2", "1e999"), "SUBMISSION_VALUE_INFINITE", /row 2/],
  ["hexadecimal", plain.replace("0.2", "0x10"), "SUBMISSION_VALUE_HEX", /"0x10"/],
  ["a formula", plain.replace("0.2", "=1+1"), "SUBMISSION_VALUE_FORMULA", /"=1\+1"/],
  ["text", plain.replace("0.2", "high"), "SUBMISSION_VALUE_TEXT", /"high"/],
  ["None", plain.replace("0.2", "None"), "SUBMISSION_VALUE_TEXT", /"None"/],
  ["full-width digits", plain.replace("0.2", "０．２"), "SUBMISSION_VALUE_TEXT", /row 2/],
  ["digits with separators", plain.replace("0.2", "1_000"), "SUBMISSION_VALUE_TEXT", /1_000/],
];

describe("is refused with its own code:", () => {
  test.each(refused)("%s", (_, file, code, says) => {
    let error: unknown;
    try {
      parse(file);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ code, message: expect.stringMatching(says) as string });
  });
});

test("a file of a billion rows ends at the tenth row too many", () => {
  const reader = createCsvReader(format);
  reader.push(new TextEncoder().encode("row_id,lever,lick\n"));
  const line = new TextEncoder().encode("t1,1,1\n");
  let pushed = 0;
  expect(() => {
    for (; pushed < 1e9; pushed++) reader.push(line);
  }).toThrowError(expect.objectContaining({ code: "SUBMISSION_ROW_TWICE" }));
  expect(pushed).toBe(10);
});

describe("the first rows with a fault are named", () => {
  const errorOf = (text: string) => {
    try {
      parse(text);
    } catch (error) {
      return error as Error & { code: string };
    }
    throw new Error("was accepted");
  };

  test("all of them where they are few, in the order of the file", () => {
    const text = "row_id,lever,lick\nt1,x,1\nt2,0.2,2\nt3,y,3\n";
    expect(errorOf(text)).toMatchObject({
      code: "SUBMISSION_VALUE_TEXT",
      message: 'row 1, 3: "lever" is "x", not a number',
    });
  });

  test("those with the code of the first; a fault of another kind does not hide them", () => {
    const text = "row_id,lever,lick\nt9,1,1\nt2,,2\nt8,0.3,3\nt7,1\n";
    expect(errorOf(text)).toMatchObject({
      code: "SUBMISSION_ROW_UNKNOWN",
      message: expect.stringMatching(/^row 1, 3: "t9"/) as string,
    });
  });

  test("ten at most, and then the file is not read on", () => {
    const text = `row_id,lever,lick\n${"t1,1,1\n".repeat(100)}\0`;
    expect(errorOf(text)).toMatchObject({
      code: "SUBMISSION_ROW_TWICE",
      message: expect.stringMatching(/^row 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, \.\.\.: "t1"/) as string,
    });
  });

  test("before a fault that ends the file", () => {
    expect(errorOf("row_id,lever,lick\nt1,NaN,1\nt2,0\0,2\n").code).toBe("SUBMISSION_VALUE_NAN");
  });

  test("a row cut wrongly is that, whatever stands in it; once a row", () => {
    expect(errorOf("row_id,lever,lick\nt1,,x,y\n").code).toBe("SUBMISSION_FIELDS");
    expect(errorOf("row_id,lever,lick\nt1,,\n").message).toMatch(/^row 1: "lever" is blank/);
  });

  test("of rows that are missing, five ids", () => {
    const format = {
      columns: ["lever"],
      expectedIds: { test: Array.from({ length: 9 }, (_, i) => `t${i}`) },
    };
    expect(() => parsePredictionsCsv("row_id,lever\nt0,1\n", format)).toThrow(
      /8 of the 9 .*t1, t2, t3, t4, t5\)/,
    );
  });
});
