import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { parquetWriteBuffer } from "hyparquet-writer";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadChallenge } from "@braidyn/challenges";
import { autoSplit, createRandom, formatPredictionsCsv } from "@braidyn/harness";
import { buildBundle, openBundle } from "@braidyn/harness/build";
import { openSession } from "@braidyn/nwb";
import { simulateCohort } from "@braidyn/simulator";
import { findChromium, inChromium } from "../chromium.ts";
import { scoreEverything, type ScoringInput } from "./scoring.ts";

const chromium = findChromium();
let folder = "";
let input: ScoringInput;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "braidyn-bytes-"));
  const paths = await simulateCohort({
    mice: 8,
    days: 1,
    minutes: 3,
    outDir: join(folder, "sessions"),
    maskSize: 48,
  });
  const { folder: bundleFolder } = await buildBundle({
    challenge: await loadChallenge("lever-pull"),
    sessions: { paths, open: openSession },
    split: autoSplit(
      paths.map((path) => /VG1GC-\d+/.exec(path)?.[0] ?? path),
      1,
    ),
    outDir: join(folder, "bundle"),
    secret: "5a".repeat(32),
  });
  input = await inputOf(bundleFolder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A bundle's files and predictions with digits of every length, ties and extremes. */
async function inputOf(bundleFolder: string): Promise<ScoringInput> {
  const bundle = await openBundle(bundleFolder);
  const { rowIds, columns } = await bundle.truth("test");
  const random = createRandom("same bytes");
  const label = Object.values(columns)[0]!;
  const values = label.map((one, i) => {
    const value = (one + 2 * random.uniform()) / 3;
    return i % 5 === 0 ? Math.round(value * 10) / 10 : i % 7 === 0 ? 1e-17 * value : value;
  });
  const name = Object.keys(columns)[0]!;
  const entries = await readdir(bundleFolder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  return {
    files: await Promise.all(
      files.map(
        async (path) =>
          [path.slice(bundleFolder.length + 1), (await readFile(path)).toString("base64")] as const,
      ),
    ),
    csv: Buffer.from(formatPredictionsCsv(rowIds, new Map([[name, values]]))).toString("base64"),
    parquet: Buffer.from(
      parquetWriteBuffer({
        columnData: [
          { name: "row_id", data: [...rowIds] },
          { name, data: values },
        ],
      }),
    ).toString("base64"),
    key: privateKey.export({ type: "pkcs8", format: "der" }).toString("base64"),
    publicKey: publicKey.export({ type: "spki", format: "der" }).subarray(-32).toString("hex"),
  };
}

/** The harness and the scoring as one script for a page. */
async function bundledScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "scoring.ts")],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "scoring",
    platform: "browser",
    conditions: ["@braidyn/source"],
  });
  return outputFiles[0]!.text;
}

describe("scoring gives the same bytes", () => {
  test("again in Node, and from CSV as from Parquet", async () => {
    const once = await scoreEverything(input);
    expect(await scoreEverything(input)).toEqual(once);
    const [fromCsv, fromParquet] = once["reports"]!.split("\n");
    expect(fromParquet).toBe(fromCsv);
    expect(JSON.parse(fromCsv!)).toMatchObject({ board: "public", challenge: "lever-pull" });
    expect(once["valid"]).toBe("true");
  });

  test.skipIf(chromium === null)(
    "in Chromium as in Node: reports, boards, texts, receipts (needs Chromium; set BRAIDYN_CHROMIUM)",
    async () => {
      const script = await bundledScript();
      const inBrowser = await inChromium(chromium!, async (page) => {
        await page.addScriptTag({ content: script });
        return page.evaluate((given) => {
          const { scoring } = globalThis as unknown as {
            scoring: { scoreEverything: typeof scoreEverything };
          };
          return scoring.scoreEverything(given);
        }, input);
      });
      expect(inBrowser).toEqual(await scoreEverything(input));
    },
  );
});
