import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { simulateCohort } from "@braidyn/simulator";
import { braidyn, type Ended } from "../cli/command.ts";
import { startDandiServer, type DandiServer, type DandiServerOptions } from "../dandi-server/server.ts";

/** An archive of simulated sessions, and a folder for what is fetched from it. */
export interface Archive {
  readonly folder: string;
  readonly server: DandiServer;
  at(...parts: string[]): string;
  /** Bytes of files that the store has handed out since the last time. */
  newBytes(): number;
  /** `braidyn` in a process of its own, which sees this archive. */
  run(...args: string[]): Promise<Ended>;
  close(): Promise<void>;
}

/** Two mice on two days, a minute or two each, in DANDI's folders. */
export async function sampleSessions(folder: string, minutes = 1): Promise<void> {
  for (const mouse of [0, 1]) {
    const outDir = join(folder, `sub-${mouse}`);
    mkdirSync(outDir, { recursive: true });
    await simulateCohort({
      mice: [mouse],
      days: [1, 2],
      minutes,
      outDir,
      maskSize: 48,
      layout: "reduced",
      seed: 7,
    });
  }
}

export async function openArchive(sessions: string, options: DandiServerOptions = {}): Promise<Archive> {
  const folder = mkdtempSync(join(tmpdir(), "braidyn-fetch-"));
  const server = await startDandiServer(sessions, options);
  let counted = 0;
  const bytes = () =>
    server.requests.filter((each) => each.server === "store").reduce((sum, each) => sum + each.bytes, 0);
  return {
    folder,
    server,
    at: (...parts) => join(folder, ...parts),
    newBytes() {
      const now = bytes();
      const fresh = now - counted;
      counted = now;
      return fresh;
    },
    run: (...args) => braidyn(args, { env: environment(server) }),
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function environment(server: DandiServer): Record<string, string> {
  return { DANDI_API_URL: server.apiUrl, DANDI_API_KEY: "", BRAIDYN_CACHE: "" };
}

/** SHA-256 of every file below a folder, by its path there. */
export function digestsIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    [...filesIn(folder)].map(([name, bytes]) => [name, createHash("sha256").update(bytes).digest("hex")]),
  );
}

/** Every file below a folder, by its path there. */
export function filesIn(folder: string): Map<string, Buffer> {
  return new Map(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile())
      .sort()
      .map((path) => [relative(folder, path), readFileSync(path)]),
  );
}
