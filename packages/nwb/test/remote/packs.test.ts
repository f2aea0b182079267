import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { openSession, type PackStore, type Session } from "../../src/index.ts";
import { decodePack, encodePack } from "../../src/remote/pack.ts";
import { packKey } from "../../src/remote/kept-blocks.ts";
import { sessionFixture } from "../session-fixtures.ts";
import { fullSession, putFile, useArchive } from "./archive.ts";

const archive = useArchive(async (folder) => {
  await fullSession(folder);
  for (const name of ["replaced", "touched"]) putFile(folder, sessionFixture("quirks").path, `${name}.nwb`);
});
const cache = mkdtempSync(join(tmpdir(), "braidyn-packs-"));
beforeEach(() => readdirSync(cache).forEach((file) => rmSync(join(cache, file))));
afterAll(() => rmSync(cache, { recursive: true }));

const url = (part = "task-day11") => archive.server.downloadUrl(archive.server.asset(part));
const packs = () => readdirSync(cache);

/** What the main job reads. */
async function read(session: Session) {
  const [dff, trials] = await Promise.all([session.dff(), session.trials()]);
  const { regions, contents, info } = session;
  session.close();
  return { dff, trials, regions, contents, info };
}

test("a second opening takes at most 8 requests and gives the same", async () => {
  const first = await read(await openSession(url(), { ...archive.options, cache }));
  archive.forget();
  const second = await read(await openSession(url(), { ...archive.options, cache }));
  expect(archive.server.requests.length).toBeLessThanOrEqual(8);
  expect(archive.sent()).toBeLessThan(first.dff.data.byteLength * 1.1 + 100_000);
  expect(second).toEqual(first);
  expect(packs()).toHaveLength(1);
});

test("a pack grows with what is read, and is found under another address of the same content", async () => {
  (await openSession(url(), { ...archive.options, cache })).close();
  const session = await openSession(archive.server.presigned(archive.server.asset("task-day11")), {
    ...archive.options,
    cache,
  });
  await session.keypoint("eye", "pupiledge07");
  session.close();
  archive.forget();
  const again = await openSession(url(), { ...archive.options, cache });
  const before = archive.server.requests.length;
  await again.keypoint("eye", "pupiledge07");
  again.close();
  expect(before).toBe(3);
  expect(archive.server.requests.length - before).toBeLessThanOrEqual(3);
});

test("without a cache nothing is kept", async () => {
  (await openSession(url(), { ...archive.options, cache: false })).close();
  expect(packs()).toEqual([]);
});

test("BRAIDYN_CACHE says where packs are kept", async () => {
  process.env["BRAIDYN_CACHE"] = cache;
  try {
    (await openSession(url(), { apiUrl: archive.server.apiUrl })).close();
    expect(readdirSync(join(cache, "packs"))).toHaveLength(1);
  } finally {
    delete process.env["BRAIDYN_CACHE"];
    rmSync(join(cache, "packs"), { recursive: true, force: true });
  }
});

test("a store of one's own can be used, and one that fails does no harm", async () => {
  const kept = new Map<string, Uint8Array>();
  const store: PackStore = {
    load: async (key) => kept.get(key) ?? null,
    save: (key, pack) => void kept.set(key, pack),
  };
  (await openSession(url(), { ...archive.options, cache: store })).close();
  expect(kept.size).toBe(1);
  const broken: PackStore = {
    load: async () => Promise.reject(new Error("no")),
    save: () => {
      throw new Error("no");
    },
  };
  (await openSession(url(), { ...archive.options, cache: broken })).close();
  (
    await openSession(url(), {
      ...archive.options,
      cache: join(archive.server.asset("touched").file, "packs"),
    })
  ).close();
});

describe("a pack is never used", () => {
  test("for another version of the file", async () => {
    const asset = archive.server.asset("replaced");
    const options = { ...archive.options, cache, listing: "complete" as const };
    const old = await openSession(url("replaced"), options);
    old.close();
    const other = sessionFixture("latest-libver").path;
    copyFileSync(other, asset.file);
    Object.assign(asset, { size: readFileSync(other).length, etag: '"fedcba9876543210fedcba9876543210"' });
    const [fresh, local] = [await openSession(url("replaced"), options), await openSession(other)];
    expect(fresh.contents).toEqual(local.contents);
    expect(fresh.contents).not.toEqual(old.contents);
    fresh.close();
  });

  test("where the same ETag and length hide another beginning", async () => {
    const asset = archive.server.asset("touched");
    (await openSession(url("touched"), { ...archive.options, cache })).close();
    const bytes = readFileSync(asset.file);
    writeFileSync(asset.file, new Uint8Array(bytes.length).fill(7));
    await expect(openSession(url("touched"), { ...archive.options, cache })).rejects.toMatchObject({
      code: "NWB_NOT_HDF5",
    });
  });

  test.each([
    ["cut off", (pack: Buffer) => pack.subarray(0, pack.length / 2)],
    ["empty", () => Buffer.alloc(0)],
    ["something else", () => Buffer.from("not a pack at all, but long enough to be looked at closely")],
    ["damaged in one bit", (pack: Buffer) => pack.fill((pack[70_000] ?? 0) ^ 1, 70_000, 70_001)],
    ["of a later version", (pack: Buffer) => pack.fill(9, 8, 9)],
    ["of another file", (pack: Buffer) => pack.fill(9, 16, 20)],
  ])("when it is %s", async (_, damage) => {
    const whole = await read(await openSession(url(), { ...archive.options, cache }));
    const [name = ""] = packs();
    writeFileSync(join(cache, name), damage(readFileSync(join(cache, name))));
    archive.forget();
    expect(await read(await openSession(url(), { ...archive.options, cache }))).toEqual(whole);
    expect(archive.server.requests.length).toBeGreaterThan(8);
  });

  test("where the server does not tell versions apart", () => {
    expect(packKey(null, 10, "http://a/b")).toBeNull();
    expect(packKey('W/"5f"', 10, "http://a/b")).toBeNull();
    expect(packKey('"5f"', 10, "http://a/b")).not.toBe(packKey('"5f"', 10, "http://c/b"));
    const ofContent = '"0123456789abcdef0123456789abcdef-3"';
    expect(packKey(ofContent, 10, "http://a/b")).toBe(packKey(ofContent, 10, "http://c/b"));
    expect(packKey(ofContent, 10, "http://a/b")).not.toBe(packKey(ofContent, 11, "http://a/b"));
  });
});

test("a pack that was made to deceive is refused: numbers outside the file, too many, not whole", () => {
  const file = { key: "k", fileSize: 100, blockBytes: 64 };
  const block = (length: number) => new Uint8Array(length).fill(1);
  const good = encodePack({
    ...file,
    blocks: new Map([
      [0, block(64)],
      [1, block(36)],
    ]),
  });
  expect(decodePack(good, file)?.blocks.get(1)).toEqual(block(36));
  expect(decodePack(good, { ...file, key: "other" })).toBeNull();
  for (const blocks of [
    [[2, block(64)]],
    [[-1, block(64)]],
    [[0.5, block(64)]],
    [[1, block(64)]],
    [[0, block(10)]],
    [[NaN, block(64)]],
  ]) {
    expect(
      decodePack(encodePack({ ...file, blocks: new Map(blocks as [number, Uint8Array][]) }), file),
    ).toBeNull();
  }
});

test("the folder keeps to its limit: what was used longest ago goes first", async () => {
  const old = new Date(2020, 1, 1);
  for (let i = 0; i < 20; i++) {
    const file = join(cache, `${i}.pack`);
    writeFileSync(file, new Uint8Array(16 * 1024 * 1024));
    utimesSync(file, old, new Date(2020, 1, 1 + i));
  }
  writeFileSync(join(cache, "killed.draft"), "half");
  utimesSync(join(cache, "killed.draft"), old, old);
  (await openSession(url(), { ...archive.options, cache })).close();
  expect(packs()).not.toContain("0.pack");
  expect(packs()).not.toContain("killed.draft");
  expect(packs()).toContain("19.pack");
  expect(packs()).toHaveLength(16);
});
