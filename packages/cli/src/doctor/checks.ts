import { spawn } from "node:child_process";
import { mkdtemp, rm, statfs } from "node:fs/promises";
import { availableParallelism, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { commandTexts, type Template } from "@braidyn/core";
import { shownBytes } from "../bytes.ts";
import { checkIsolation } from "./isolation.ts";

/** One thing this machine has or lacks. */
export interface Check {
  readonly id: string;
  /** `missing` keeps something from working, `optional` is only good to have. */
  readonly state: "ok" | "missing" | "optional";
  readonly found: string;
  readonly purpose: Template;
  /** What to do about it; null where nothing need be done. */
  readonly advice: Template | null;
}

const neededNode = [20, 19] as const;
const comfortableBytes = { disk: 5e9, memory: 4e9 };

/** Looks at everything; what it starts ends by itself within seconds. */
export async function runChecks(
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Check[]> {
  const python = env["BRAIDYN_PYTHON"] ?? "python3";
  const slow = await Promise.all([
    checkDisk(cwd),
    checkH5wasm(),
    ...checkPython(python),
    checkIsolation(python),
  ]);
  return [checkNode(), checkPlatform(), checkMemory(), ...slow];
}

function checkNode(): Check {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const fits = major > neededNode[0] || (major === neededNode[0] && minor >= neededNode[1]);
  return {
    ...{ id: "node", state: fits ? "ok" : "missing", found: process.version },
    ...{ purpose: commandTexts.forNode, advice: fits ? null : commandTexts.adviceNode },
  };
}

function checkPlatform(): Check {
  const found = `${process.platform} ${process.arch}, ${availableParallelism()}`;
  return { id: "platform, cores", state: "ok", found, purpose: commandTexts.forCores, advice: null };
}

function checkMemory(): Check {
  const enough = totalmem() >= comfortableBytes.memory;
  return {
    ...{ id: "memory", state: enough ? "ok" : "optional", found: shownBytes(totalmem()) },
    ...{ purpose: commandTexts.forMemory, advice: enough ? null : commandTexts.adviceMemory },
  };
}

async function checkDisk(cwd: string): Promise<Check> {
  const { bavail, bsize } = await statfs(cwd);
  const enough = bavail * bsize >= comfortableBytes.disk;
  return {
    ...{ id: "disk", state: enough ? "ok" : "optional", found: shownBytes(bavail * bsize) },
    ...{ purpose: commandTexts.forDisk, advice: enough ? null : commandTexts.adviceDisk },
  };
}

/** Reads what our own reader declines and writes simulated files; so a tiny file is written. */
async function checkH5wasm(): Promise<Check> {
  const base = { id: "h5wasm", purpose: commandTexts.forH5wasm };
  const folder = await mkdtemp(join(tmpdir(), "braidyn-doctor-"));
  try {
    const { group, writeHdf5 } = await import("@braidyn/nwb/write");
    await writeHdf5(join(folder, "empty.h5"), group({}, {}));
    return { ...base, state: "ok", found: "", advice: null };
  } catch (error) {
    const found = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    return { ...base, state: "missing", found, advice: commandTexts.adviceH5wasm };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function checkPython(python: string): Promise<Check>[] {
  return ["numpy", "h5py", "pynwb"].map(async (module): Promise<Check> => {
    const found = await output(python, ["-c", `import ${module}; print(${module}.__version__)`]);
    return {
      ...{ id: `python ${module}`, state: found === null ? "optional" : "ok", found: found ?? "–" },
      ...{ purpose: commandTexts.forPython, advice: found === null ? commandTexts.advicePython : null },
    };
  });
}

/** What a command prints; null when it is not there, fails or takes longer than ten seconds. */
async function output(command: string, argv: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    // unlike the option `timeout`, this one does not keep the process waiting when there is no such command
    const signal = AbortSignal.timeout(10_000);
    const child = spawn(command, argv, { stdio: ["ignore", "pipe", "ignore"], signal });
    let text = "";
    child.stdout.on("data", (chunk) => (text += String(chunk)));
    child.on("error", () => resolve(null));
    child.on("close", (code) => resolve(code === 0 ? text.trim() : null));
  });
}
