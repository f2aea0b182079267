import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  currentDandiVersion,
  dandiAssetMetadata,
  dandiDownloadUrl,
  findDandiAsset,
  listDandiAssets,
  listDandiVersions,
} from "../../src/index.ts";
import { sessionFixture } from "../session-fixtures.ts";
import { listed, putFile, useArchive } from "../remote/archive.ts";

const days = Array.from({ length: 15 }, (_, i) => i + 1);
const pathOf = (day: number) =>
  `sub-VG1-GC#51/sub-VG1-GC#51_ses-2023-06-29-task-day${day}_widefield+behavior.nwb`;
const archive = useArchive(
  (folder) => {
    for (const day of days) putFile(folder, sessionFixture("minimal").path, pathOf(day));
    writeFileSync(`${folder}/notes.txt`, "no session");
  },
  { mostPageSize: 4, versions: ["0.250401.0001", "0.250331.1234"] },
);

const list = (...rest: Parameters<typeof listDandiAssets>) => listed(listDandiAssets(...rest));

test("versions are listed, and the newest published one is the current one", async () => {
  const versions = await listDandiVersions("001425", archive.options);
  expect(versions.map(({ version }) => version)).toEqual(["0.250401.0001", "0.250331.1234", "draft"]);
  expect(versions[0]).toMatchObject({ assetCount: 15, name: "Test sessions" });
  expect(await currentDandiVersion("001425", archive.options)).toBe("0.250401.0001");
});

test("assets are listed over all pages, though only the first says how many there are", async () => {
  const assets = await list("001425", null, {}, archive.options);
  expect(assets.map(({ path }) => path).sort()).toEqual(days.map(pathOf).sort());
  expect(assets[0]).toMatchObject({ dandiset: "001425", version: "0.250401.0001" });
  expect(archive.server.requests.filter(({ url }) => url.includes("page_size=1000"))).toHaveLength(4);
});

test("pages that nobody takes are not asked for", async () => {
  for await (const asset of listDandiAssets("001425", "draft", {}, archive.options)) {
    expect(asset.sizeBytes).toBeGreaterThan(0);
    break;
  }
  expect(archive.server.requests).toHaveLength(1);
});

test("assets are chosen by the beginning of their path, with # and + in it, or by a pattern", async () => {
  expect(await list("001425", "draft", { path: pathOf(1) }, archive.options)).toHaveLength(1);
  expect(await list("001425", "draft", { path: "sub-VG1-GC#52/" }, archive.options)).toHaveLength(0);
  expect(await list("001425", "draft", { glob: "*GC#51*task-day1_*+*.nwb" }, archive.options)).toHaveLength(
    1,
  );
  expect(archive.server.requests.some(({ url }) => url.includes("GC%2351") && url.includes("%2B"))).toBe(
    true,
  );
});

test("day 1 is found among days 10 to 15", async () => {
  const name = { dandiset: "001425", version: null, path: pathOf(1) };
  expect(await findDandiAsset(name, archive.options)).toMatchObject({ path: pathOf(1) });
});

test("metadata give size, addresses and digests", async () => {
  const asset = archive.server.asset("day7");
  const metadata = await dandiAssetMetadata(asset, archive.options);
  expect(metadata).toMatchObject({
    path: pathOf(7),
    sizeBytes: asset.size,
    sha256: createHash("sha256").update(readFileSync(asset.file)).digest("hex"),
    dandiEtag: asset.etag.replaceAll('"', ""),
  });
  expect(metadata.contentUrls[0]).toBe(dandiDownloadUrl(asset, archive.options));
});

test.each([
  ["dandiset", () => list("999999", null, {}, archive.options)],
  ["version", () => list("001425", "0.1.1", {}, archive.options)],
  ["asset", () => dandiAssetMetadata({ assetId: "no-such" }, archive.options)],
  ["path", () => findDandiAsset({ dandiset: "001425", version: null, path: "x.nwb" }, archive.options)],
])("a %s that is not there is DANDI_NOT_FOUND", async (_, ask) => {
  await expect(ask()).rejects.toMatchObject({ code: "DANDI_NOT_FOUND" });
});

describe("an answer that the API would not give is DANDI_ANSWER", () => {
  const asset = { asset_id: "a-1", path: "a.nwb", size: 1 };
  const page = (results: unknown, next: unknown = null) =>
    JSON.stringify({ count: 1, next, previous: null, results });
  test.each([
    ["a web page", "<!DOCTYPE html><html>Sign in</html>"],
    ["nothing", ""],
    ["null", "null"],
    ["a list", "[]"],
    ["no results", "{}"],
    ["results that are no list", page({})],
    ["results that are no objects", page([1])],
    ["an asset without a size", page([{ ...asset, size: "1" }])],
    ["an asset of a negative size", page([{ ...asset, size: -1 }])],
    ["an asset of 10^300 bytes", page([{ ...asset, size: 1e300 }])],
    ["a path that leads out", page([{ ...asset, path: "../../etc/passwd" }])],
    ["a path from the root", page([{ ...asset, path: "/etc/passwd" }])],
    ["a path with a backslash", page([{ ...asset, path: "a\\..\\b" }])],
    ["a path with a control character", page([{ ...asset, path: "a\u001b[2J" }])],
    ["a path of a million characters", page([{ ...asset, path: "a".repeat(1e6) }])],
    ["an id that leads elsewhere", page([{ ...asset, asset_id: "../../x" }])],
    ["a next page that is no address", page([asset], "http://")],
    ["a next page on another host", page([asset], "http://localhost:1/api/")],
    ["17 MB", `"${"x".repeat(17 * 1024 * 1024)}"`],
  ])("%s", async (_, body) => {
    archive.server.behaviour.apiAnswers = { "/assets/?": { body } };
    await expect(list("001425", "draft", {}, archive.options)).rejects.toMatchObject({
      code: "DANDI_ANSWER",
    });
  });

  test("a next page that is the page itself", async () => {
    const next = `${archive.server.apiUrl}/dandisets/001425/versions/draft/assets/?page=2`;
    archive.server.behaviour.apiAnswers = { "/assets/?": { body: page([asset], next) } };
    await expect(list("001425", "draft", {}, archive.options)).rejects.toMatchObject({
      code: "DANDI_ANSWER",
    });
  });

  test("a version with a slash in its name", async () => {
    const body = JSON.stringify({ most_recent_published_version: { version: "../../x" } });
    archive.server.behaviour.apiAnswers = { "/dandisets/001425/": { body } };
    await expect(currentDandiVersion("001425", archive.options)).rejects.toMatchObject({
      code: "DANDI_ANSWER",
    });
  });

  test("an address of the API that is none", async () => {
    const options = { ...archive.options, apiUrl: "not an address" };
    await expect(currentDandiVersion("001425", options)).rejects.toMatchObject({ code: "DANDI_ANSWER" });
  });
});

test("the API is where DANDI_API_URL says, with or without a slash at its end", async () => {
  process.env["DANDI_API_URL"] = `${archive.server.apiUrl}/`;
  try {
    expect(await currentDandiVersion("001425")).toBe("0.250401.0001");
  } finally {
    delete process.env["DANDI_API_URL"];
  }
});

test("one answer in five going wrong changes no listing", async () => {
  archive.server.behaviour.faults = { "500": 0.1, reset: 0.1 };
  expect(await list("001425", null, {}, archive.options)).toHaveLength(15);
});
