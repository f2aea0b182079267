/**
 * `npm run bench bundles`: building a bundle of `lever-pull` from simulated sessions of 8 minutes, by the
 * built command in a process of its own: sessions a minute with one process and with one a core, and the memory of the
 * largest. The bytes must be the same.
 */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { simulateCohort } from "@braidyn/simulator";

const sessions = 240;
const mice = 24;
const work = join(import.meta.dirname, "../../.work/bench");

async function sessionFolder(): Promise<string> {
  const folder = join(work, `bundle-sessions-${sessions}`);
  if (existsSync(folder) && readdirSync(folder).length >= sessions) return folder;
  console.error(`writing ${sessions} sessions once, into .work/bench ...`);
  const little = { minutes: 8, seed: 1, streams: ["sensors"] as const, maskSize: 48 };
  await simulateCohort({ ...little, mice, days: sessions / mice, outDir: folder });
  return folder;
}

/** Seconds of the whole command, and what it built. */
async function build(
  folder: string,
  jobs: number,
): Promise<{ seconds: number; manifest: string; megabytes: number }> {
  const bundle = join(work, `bundle-${jobs}`);
  rmSync(bundle, { recursive: true, force: true });
  const main = join(import.meta.dirname, "../../packages/cli/dist/main.js");
  const secret = "0123456789abcdef".repeat(4);
  const args = [main, "challenge", "build", "lever-pull", folder, "-o", bundle, "--split", "auto"];
  const start = performance.now();
  const child = spawn(process.execPath, [...args, "--secret", secret, "--jobs", String(jobs), "--json"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  let megabytes = 0;
  const watching = setInterval(() => (megabytes = Math.max(megabytes, memoryOf(child.pid))), 100);
  const code = await new Promise((resolve) => child.on("close", resolve));
  clearInterval(watching);
  if (code !== 0) throw new Error(`the build ended with ${String(code)}`);
  const seconds = (performance.now() - start) / 1000;
  return { seconds, manifest: readFileSync(join(bundle, "public/manifest.json"), "utf8"), megabytes };
}

/** Resident memory of a process; 0 where the system does not tell. */
function memoryOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

export async function run(): Promise<void> {
  const folder = await sessionFolder();
  const manifests = new Set<string>();
  console.log(`lever-pull from ${sessions} sessions of 8 minutes`);
  for (const jobs of [...new Set([1, availableParallelism()])]) {
    const { seconds, manifest, megabytes } = await build(folder, jobs);
    manifests.add(manifest);
    const rate = (sessions / seconds) * 60;
    console.log(
      `${jobs} process(es): ${seconds.toFixed(1)} s, ${rate.toFixed(0)} sessions a minute, ${megabytes} MB at most`,
    );
  }
  if (manifests.size > 1) throw new Error("the bundles differ");
}
