import { parquetReadObjects } from "hyparquet";
import { expect, test } from "vitest";
import type { Board } from "@braidyn/leaderboard/api";
import { boardTable, csvCell } from "../../src/board/board-table.ts";

const entry = {
  kind: "team" as const,
  id: "7b0c2e0e-0000-4000-8000-000000000000",
  ...{ rank: 1, score: -0.25, low: -0.5, high: 0.1, verified: true, behindLeader: null },
  ...{ subjects: [], submissions: 3, submittedAt: "2026-10-01T00:00:00.000Z", final: false },
};
const board = {
  entries: [
    { ...entry, name: '=HYPERLINK("http://evil","x")' },
    { ...entry, rank: 2, name: 'Ann, "Bob"', score: null, low: null, high: null },
  ],
  controls: [{ control: "shuffled", score: 0.5, low: 0.4, high: 0.6, outside: null, reason: null }],
} as unknown as Board;

test.each(["=1+1", "+1", "-1", "@sum", "\t=1", "\r=1", "＝1+1"])(
  "the text %j is no formula in a spreadsheet",
  (text) => {
    expect(csvCell(text)).toMatch(/^"?'/);
  },
);

test("numbers stay numbers, also below zero; quotes and commas are quoted", async () => {
  const { bytes, mediaType } = await boardTable(board, "csv");
  expect(mediaType).toContain("utf-8");
  const [, first, second, control] = bytes.toString("utf8").split("\r\n");
  expect(first).toBe(
    `1,team,"'=HYPERLINK(""http://evil"",""x"")",-0.25,-0.5,0.1,true,3,2026-10-01T00:00:00.000Z,false`,
  );
  expect(second).toContain('"Ann, ""Bob"""');
  expect(control).toBe(",control,shuffled,0.5,0.4,0.6,,,,");
});

test("Parquet and JSON hold the same rows, names as they are", async () => {
  const json = JSON.parse((await boardTable(board, "json")).bytes.toString()) as object[];
  const { bytes } = await boardTable(board, "parquet");
  const file = new Uint8Array(bytes).buffer;
  expect(await parquetReadObjects({ file })).toEqual(json);
  expect(json[0]).toMatchObject({ name: '=HYPERLINK("http://evil","x")', score: -0.25 });
});
