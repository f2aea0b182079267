/**
 * The loader against its peers on one full-size session on the disk (54,000 frames, 44 regions, all keypoints), whole
 * fresh processes, our package built. Ratios below 1 mean that ours is faster.
 */
import { existsSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { simulateCohort } from "@braidyn/simulator";
import { findPython } from "../test/python.ts";
import { measure, report, type Contender } from "./measure.ts";

const here = import.meta.dirname;

async function fullSizeSession(): Promise<string> {
  const path = join(here, "../.work/bench/full-size.nwb");
  if (existsSync(path)) return path;
  mkdirSync(join(path, ".."), { recursive: true });
  console.error("writing a full-size session once, into .work/bench ...");
  const [written = ""] = await simulateCohort({
    mice: 1,
    days: 1,
    minutes: 30,
    seed: 1,
    outDir: join(path, ".."),
  });
  renameSync(written, path);
  return path;
}

function contenders(what: string, path: string): Contender[] {
  const python = (script: string, ...modules: string[]): Contender[] => {
    const command = findPython(...modules);
    return command === null
      ? []
      : [{ name: modules.at(-1) ?? "", command: [command, join(here, "readers", script), what, path] }];
  };
  const node = (name: string): Contender => ({
    name,
    command: [process.execPath, join(here, "readers", `${name}.js`), what, path],
  });
  return [
    node("ours"),
    node("h5wasm"),
    ...python("with_h5py.py", "h5py"),
    ...python("with_pynwb.py", "h5py", "pynwb"),
  ];
}

export async function benchLocal(rounds: number): Promise<void> {
  const path = await fullSizeSession();
  for (const [what, title] of [
    ["dff", "dF/F + trials"],
    ["all", "everything downsampled"],
  ] as const) {
    const measured = measure(contenders(what, path), rounds);
    const differing = measured.filter(({ values }) => values !== measured[0]?.values);
    console.log(`\n${report(title, measured)}`);
    if (differing.length > 0)
      throw new Error(`not the same values: ${differing.map(({ name }) => name).join(", ")}`);
  }
  if (findPython("h5py") === null)
    console.log("\nPython with h5py was not found: set BRAIDYN_PYTHON to compare with h5py and pynwb.");
}
