/**
 * Reads damaged copies of files and prints what became of them, as one line of JSON. A process of its own, so that the
 * memory it takes can be told, and plain JavaScript (see `plain-javascript.ts`): `fuzz-files.js SEED CUTS FLIPS READER FILE...`
 */
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isBraidynError } from "@braidyn/core";
import type { ReaderChoice } from "../../src/index.ts";
import { readEverything } from "./read-everything.ts";
import { variants, type Variant } from "./variants.ts";

export interface FuzzReport {
  variants: number;
  /** Reads by how they ended: "data" or an error's code. */
  results: Record<string, number>;
  /** Errors that no user should see, with the variant that gave them. */
  escaped: string[];
  slowestSeconds: number;
  slowest: string;
  /** Growth of resident memory over what reading the undamaged files takes, in bytes at its peak. */
  peakGrowthBytes: number;
}

const [seed = "1", cuts = "40", flips = "200", reader = "auto", ...files] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "braidyn-fuzz-"));
const report: FuzzReport = {
  variants: 0,
  results: {},
  escaped: [],
  slowestSeconds: 0,
  slowest: "",
  peakGrowthBytes: 0,
};

async function read(path: string, what: string): Promise<void> {
  const start = performance.now();
  await readEverything(path, { reader: reader as ReaderChoice }, (read, error) => {
    const result = error === undefined ? "data" : isBraidynError(error) ? error.code : "escaped";
    report.results[result] = (report.results[result] ?? 0) + 1;
    if (result === "escaped")
      report.escaped.push(`${what}: ${read}: ${error instanceof Error ? error.stack : String(error)}`);
  });
  const seconds = (performance.now() - start) / 1000;
  if (seconds > report.slowestSeconds) Object.assign(report, { slowestSeconds: seconds, slowest: what });
}

/** Damages the file at `path`, reads it, and makes it whole again. */
async function readDamaged(path: string, whole: Buffer, variant: Variant, what: string): Promise<void> {
  if (variant.kind === "cut") writeFileSync(path, whole.subarray(0, variant.length));
  else overwrite(path, variant.flips);
  await read(path, what);
  if (variant.kind === "cut") writeFileSync(path, whole);
  else
    overwrite(
      path,
      variant.flips.map(({ at }) => ({ at, byte: whole[at] as number })),
    );
  report.variants++;
}

function overwrite(path: string, changes: readonly { at: number; byte: number }[]): void {
  const descriptor = openSync(path, "r+");
  for (const { at, byte } of changes) writeSync(descriptor, Uint8Array.of(byte), 0, 1, at);
  closeSync(descriptor);
}

process.on("unhandledRejection", (error) => report.escaped.push(`unhandled: ${String(error)}`));

async function main(): Promise<void> {
  const path = join(folder, "VG1GC-105_2024-02-02_task-day8.nwb");
  for (const file of files) await readEverything(file, {}, () => undefined);
  const before = process.resourceUsage().maxRSS * 1024;
  for (const file of files) {
    const whole = readFileSync(file);
    writeFileSync(path, "");
    await read(path, `${file}: empty`);
    writeFileSync(path, whole);
    for (const variant of variants(whole, Number(seed), Number(cuts), Number(flips))) {
      await readDamaged(path, whole, variant, `${file}: ${JSON.stringify(variant)}`);
    }
  }
  report.peakGrowthBytes = process.resourceUsage().maxRSS * 1024 - before;
}

main()
  .finally(() => rmSync(folder, { recursive: true }))
  .then(() => console.log(JSON.stringify(report)))
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
