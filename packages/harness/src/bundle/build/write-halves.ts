import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ChallengeDefinition } from "../../challenge/definition.ts";
import type { Controls } from "../../controls/controls.ts";
import { harnessVersion } from "../../version.ts";
import { canonicalJson } from "../canonical-json.ts";
import { commitmentOf, manifestDigest } from "../commitment.ts";
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
  /** With the split as it was used. */
  readonly definition: ChallengeDefinition;
  readonly seed: number;
  readonly secret: Uint8Array;
  readonly collected: Collected;
  readonly arranged: readonly ArrangedSplit[];
  readonly controls: Controls;
}

/**
 * Writes `public/`, what teams get, and `private/`, readable to its owner alone. Each names the other: the public half
 * by the commitment to the private one, the private half by the hash of the public manifest.
 */
export async function writeHalves(
  folder: string,
  result: BuildResult,
): Promise<{ manifest: PublicManifest; privateManifest: PrivateManifest }> {
  const bound = await writePrivateFiles(folder, result);
  const commitment = await commitmentOf(bound);
  const manifest = await writePublic(folder, result, commitment);
  const { sha256 } = await hashFile(join(folder, "public", "manifest.json"));
  const privateManifest: PrivateManifest = { ...bound, public_manifest: sha256 };
  await writePrivateFile(join(folder, "private", "manifest.json"), `${canonicalJson(privateManifest, 2)}\n`);
  return { manifest, privateManifest };
}

async function writePrivateFiles(
  folder: string,
  { definition, secret, collected, arranged, controls }: BuildResult,
): Promise<Omit<PrivateManifest, "public_manifest">> {
  const root = join(folder, "private");
  await mkdir(root);
  await chmod(root, 0o700); // whatever the umask
  const test = arranged.filter((part) => part.split === "test");
  const files: BundleFile[] = [];
  for (const part of test) files.push(await tableFile(root, "truth.parquet", truthTable(part, definition)));
  await chmod(join(root, "truth.parquet"), 0o600);
  files.push(await jsonFile(root, "controls.json", controls));
  files.push(await jsonFile(root, "sessions.json", sessionFacts(arranged)));
  return {
    format: bundleFormat,
    challenge: definition.id,
    generator: `@braidyn/harness ${harnessVersion}`,
    secret: toHex(secret),
    split: definition.split,
    files,
    sessions: usedSessions(arranged),
    skipped: skippedSessions(collected.skipped),
  };
}

async function writePublic(
  folder: string,
  { definition, seed, collected, arranged }: BuildResult,
  commitment: string,
): Promise<PublicManifest> {
  const root = join(folder, "public");
  const files: BundleFile[] = [];
  // the test members stay with the organizer: their names would undo the pseudonyms
  const split = { ...definition.split, public: [], private: [], commitment };
  await mkdir(root);
  await writeFile(join(root, "challenge.json"), `${canonicalJson({ ...definition, split }, 2)}\n`);
  files.push({ path: "challenge.json", ...(await hashFile(join(root, "challenge.json"))) });
  const inputShape = collected.used[0]?.inputShape ?? [];
  for (const part of arranged) {
    await mkdir(join(root, part.split));
    files.push(await inputFile(root, part, inputShape, definition));
    const table = part.split === "test" ? testTable(part) : labelledTable(part, definition);
    files.push(await tableFile(root, `${part.split}/rows.parquet`, table));
  }
  const manifest: Omit<PublicManifest, "self"> = {
    format: bundleFormat,
    challenge: definition.id,
    generator: `@braidyn/harness ${harnessVersion}`,
    seed,
    commitment,
    splits: Object.fromEntries(
      arranged.map((part) => [part.split, countsOf(part)]),
    ) as PublicManifest["splits"],
    files,
    sessions: usedSessions(arranged.filter((part) => part.split !== "test")),
    skipped: skippedSessions(
      collected.skipped.filter(({ group }) => group === "train" || group === "validation"),
    ),
  };
  const whole = { ...manifest, self: await manifestDigest(manifest) };
  await writeFile(join(root, "manifest.json"), `${canonicalJson(whole, 2)}\n`);
  return whole;
}

/** Every session's facts, for the organizer's shortcut probes. */
function sessionFacts(arranged: readonly ArrangedSplit[]) {
  return arranged.flatMap(({ sessions }) =>
    sessions.map(({ rows, kept, subjectAlias, sessionAlias }) => ({
      session: rows.session,
      subject: rows.subject,
      date: rows.date,
      day: rows.day,
      group: rows.group,
      aliases: { subject: subjectAlias, session: sessionAlias },
      rows: { found: rows.count, kept: kept.length },
      facts: rows.features.session,
    })),
  );
}

async function writePrivateFile(path: string, text: string): Promise<void> {
  await writeFile(path, text, { mode: 0o600 });
}

async function jsonFile(root: string, path: string, value: unknown): Promise<BundleFile> {
  await writePrivateFile(join(root, path), `${canonicalJson(value, 2)}\n`);
  return { path, ...(await hashFile(join(root, path))) };
}

async function inputFile(
  root: string,
  part: ArrangedSplit,
  inputShape: readonly number[],
  definition: ChallengeDefinition,
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
    sessions.map(({ rows, kept }) => ({ session: rows.session, group: rows.group, rows: kept.length })),
  );
}

function skippedSessions(skipped: Collected["skipped"]): PublicManifest["skipped"] {
  return skipped
    .map(({ session, type, reason, detail }) => ({ session, type, reason, detail }))
    .sort((a, b) => (a.session < b.session ? -1 : 1));
}
