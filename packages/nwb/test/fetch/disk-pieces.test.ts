import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { diskPieces, type DiskPieces } from "../../src/fetch/disk-pieces.ts";
import { rangeSet } from "../../src/fetch/range-set.ts";

const folder = mkdtempSync(join(tmpdir(), "braidyn-pieces-"));
afterAll(() => rmSync(folder, { recursive: true }));
let made = 0;

async function opened(stem: string, identity = "one"): Promise<DiskPieces> {
  const pieces = await diskPieces(stem, identity, "write");
  if (pieces === null) throw new Error("no pieces");
  return pieces;
}

/** Ten pieces of 100 bytes, closed again. */
async function tenPieces(): Promise<string> {
  const stem = join(folder, String(made++));
  const pieces = await opened(stem);
  for (let i = 0; i < 10; i++) await pieces.write(new Uint8Array(100).fill(i + 1), 1000 * i);
  await pieces.close();
  return stem;
}

async function held(stem: string, identity?: string): Promise<number[]> {
  const pieces = await opened(stem, identity);
  const there = Array.from({ length: 10 }, (_, i) => i).filter(
    (i) => pieces.missing(1000 * i, 100).length === 0,
  );
  await pieces.close();
  return there;
}

const all = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

describe("pieces on the disk", () => {
  test("are there again, with what they held", async () => {
    const stem = await tenPieces();
    expect(await held(stem)).toEqual(all);
    const pieces = await opened(stem);
    const target = new Uint8Array(100);
    await pieces.read(target, 4000);
    expect(target.every((byte) => byte === 5)).toBe(true);
    expect(pieces.missing(3950, 200)).toEqual([
      { offset: 3950, length: 50 },
      { offset: 4100, length: 50 },
    ]);
    await pieces.close();
  });

  test("whose line was torn, wherever, are not believed, and those after can be kept", async () => {
    const stem = await tenPieces();
    const journal = readFileSync(`${stem}.journal`);
    for (let length = journal.length - 1; length > journal.length - 40; length--) {
      writeFileSync(`${stem}.journal`, journal.subarray(0, length));
      const there = await held(stem);
      expect(there.length).toBeGreaterThanOrEqual(8);
      expect(all.slice(0, there.length)).toEqual(there);
    }
    const pieces = await opened(stem);
    await pieces.write(new Uint8Array(100).fill(10), 9000);
    await pieces.close();
    expect(await held(stem)).toContain(9);
  });

  test("whose bytes are not what the journal says are not believed", async () => {
    const stem = await tenPieces();
    const data = readFileSync(`${stem}.data`);
    data[3050] = 0;
    writeFileSync(`${stem}.data`, data);
    truncateSync(`${stem}.data`, 9050);
    expect(await held(stem)).toEqual([0, 1, 2, 4, 5, 6, 7, 8]);
  });

  test("of another version of the file are thrown away", async () => {
    const stem = await tenPieces();
    expect(await held(stem, "two")).toEqual([]);
    expect(await held(stem, "one")).toEqual([]);
  });

  test("with nonsense in the journal never fail to open", async () => {
    const nonsense = [
      "9007199254740993 100 00000000 00000000\n",
      "\n\n",
      "\0".repeat(5000),
      "0 99999999999 x y\n",
    ];
    for (const text of nonsense) {
      const stem = await tenPieces();
      appendFileSync(`${stem}.journal`, text);
      expect(await held(stem)).toEqual(all);
    }
  });
});

test("a set of ranges knows every byte that was added, and no other", () => {
  const range = fc.tuple(fc.nat(200), fc.nat(60));
  fc.assert(
    fc.property(fc.array(range, { maxLength: 30 }), range, (added, [offset, length]) => {
      const [set, bytes] = [rangeSet(), new Set<number>()];
      for (const [from, count] of added) {
        set.add(from, count);
        for (let i = 0; i < count; i++) bytes.add(from + i);
      }
      const missing = set
        .missing(offset, length)
        .flatMap((gap) => Array.from({ length: gap.length }, (_, i) => gap.offset + i));
      const expected = Array.from({ length }, (_, i) => offset + i).filter((byte) => !bytes.has(byte));
      expect(missing).toEqual(expected);
      expect(set.bytes).toBe(bytes.size);
    }),
  );
});
