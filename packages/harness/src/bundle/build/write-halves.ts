import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Challenge } from "../../challenge/contract.ts";
import type { SplitDefinition } from "../../challenge/definition.ts";
import { harnessVersion } from "../../version.ts";
import { canonicalJson } from "../canonical-json.ts";
import { bundleFormat, type BundleFile, type BundleSplit } from "../manifest.ts";
import type { PrivateManifest, PublicManifest } from "../manifest.ts";
import { writeParquet, type ParquetColumn } from "../parquet.ts";
import { toHex } from "../sha256.ts";
import type { ArrangedSplit } from "./arrange.ts";
import type { Collected } from "./collect.ts";
import { hashFile } from "./hash-file.ts";
import { labelledTable, testTable, truthTable } from "./tables.ts";
import { writeInput } from "./write-input.ts";

/** What both halves are written from. */
export interface BuildResult {
  readonly challenge: Challenge;
  readonly split: SplitDefinition;
  readonly collected: Collected;
  readonly arranged: readonly ArrangedSplit[];
}

/** Writes `public/`: what teams get. */
export async function writePublic(
  folder: string,
  half: BuildResult & { seed: number },
): Promise<PublicManifest> {
  const { challenge, split, seed, collected, arranged } = half;
  const { definition } = challenge;
  const root = join(folder, "public");
  const files: BundleFile[] = [];
  // the test members stay with the organizer: their names would undo the pseudonyms
  const shown = { ...definition, split: { ...split, public: [], private: [] } };
  await mkdir(root);
  await writeFile(join(root, "challenge.json"), `${canonicalJson(shown, 2)}\n`);
  files.push({ path: "challenge.json", ...(await hashFile(join(root, "challenge.json"))) });
  const inputShape = collected.used[0]?.inputShape ?? [];
  for (const part of arranged) {
    await mkdir(join(root, part.split));
    files.push(await inputFile(root, part, inputShape, challenge));
    const columns = Object.keys(definition.truth);
    const table = part.split === "test" ? testTable(part) : labelledTable(part, columns);
    files.push(await tableFile(root, `${part.split}/rows.parquet`, table));
  }
  const manifest: PublicManifest = {
    format: bundleFormat,
    challenge: definition.id,
    generator: `@braidyn/harness ${harnessVersion}`,
    seed,
    splits: Object.fromEntries(
      arranged.map((part) => [part.split, countsOf(part)]),
    ) as PublicManifest["splits"],
    files,
    sessions: usedSessions(arranged.filter((part) => part.split !== "test")),
    skipped: skippedSessions(
      collected.skipped.filter(({ group }) => group === "train" || group === "validation"),
    ),
  };
  await writeFile(join(root, "manifest.json"), `${canonicalJson(manifest, 2)}\n`);
  return manifest;
}

/** Writes `private/`, which names the public half by its hash; so the public one comes first. */
export async function writePrivate(
  folder: string,
  half: BuildResult & { secret: Uint8Array },
): Promise<PrivateManifest> {
  const { challenge, split, secret, collected, arranged } = half;
  const root = join(folder, "private");
  await mkdir(root, { mode: 0o700 });
  const test = arranged.filter((part) => part.split === "test");
  const columns = Object.keys(challenge.definition.truth);
  const files = await Promise.all(
    test.map((part) => tableFile(root, "truth.parquet", truthTable(part, columns))),
  );
  const manifest: PrivateManifest = {
    format: bundleFormat,
    challenge: challenge.definition.id,
    generator: `@braidyn/harness ${harnessVersion}`,
    secret: toHex(secret),
    public_manifest: (await hashFile(join(folder, "public", "manifest.json"))).sha256,
    split,
    files,
    sessions: usedSessions(arranged),
    skipped: skippedSessions(collected.skipped),
  };
  await writeFile(join(root, "manifest.json"), `${canonicalJson(manifest, 2)}\n`);
  return manifest;
}

async function inputFile(
  root: string,
  part: ArrangedSplit,
  inputShape: readonly number[],
  { definition }: Challenge,
): Promise<BundleFile> {
  const path = `${part.split}/input.npy`;
  const shape = await writeInput(join(root, path), part, inputShape);
  const axes = ["row", ...definition.input.shape.map(({ axis }) => axis)];
  const { unit } = definition.input;
  return { path, ...(await hashFile(join(root, path))), dtype: "<f4", shape, axes, unit };
}

async function tableFile(root: string, path: string, table: ParquetColumn[]): Promise<BundleFile> {
  await writeFile(join(root, path), writeParquet(table));
  const columns = table.map(({ name, type }) => ({ name, type, unit: name === "time" ? "s" : "" }));
  return { path, ...(await hashFile(join(root, path))), columns };
}

function countsOf({ count, sessions }: ArrangedSplit): PublicManifest["splits"][BundleSplit] {
  const subjects = new Set(sessions.map(({ rows }) => rows.subject)).size;
  return { rows: count, subjects, sessions: sessions.length };
}

function usedSessions(parts: readonly ArrangedSplit[]): PublicManifest["sessions"] {
  return parts.flatMap(({ sessions }) =>
    sessions.map(({ rows }) => ({ session: rows.session, group: rows.group, rows: rows.count })),
  );
}

function skippedSessions(skipped: Collected["skipped"]): PublicManifest["skipped"] {
  return skipped
    .map(({ session, type, reason, detail }) => ({ session, type, reason, detail }))
    .sort((a, b) => (a.session < b.session ? -1 : 1));
}
