import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { simulateCohort } from "@braidyn/simulator";
import { goodBehaviour } from "../../../../test/dandi-server/faults.ts";
import {
  startDandiServer,
  type DandiServer,
  type DandiServerOptions,
} from "../../../../test/dandi-server/server.ts";
import type { OpenOptions } from "../../src/index.ts";

/** An archive of one folder that a test file talks to. */
export interface Archive {
  /** The folder, to put files into before the tests. */
  readonly folder: string;
  readonly server: DandiServer;
  /** For `openSession` and the DANDI functions: this archive, no packs. */
  readonly options: OpenOptions & { readonly apiUrl: string };
  /** Bytes that the store has sent since the last {@link forget}. */
  sent(): number;
  /** Forgets the requests so far. */
  forget(): void;
}

/**
 * Starts an archive before a file's tests and stops it after them; before every test it behaves well again.
 *
 * @param fill puts files into the folder.
 */
export function useArchive(
  fill: (folder: string) => void | Promise<void>,
  options: DandiServerOptions = {},
): Archive {
  const folder = mkdtempSync(join(tmpdir(), "braidyn-archive-"));
  let server: DandiServer | undefined;
  const started = () => {
    if (server === undefined) throw new Error("the archive has not started");
    return server;
  };
  beforeAll(async () => {
    await fill(folder);
    server = await startDandiServer(folder, options);
  });
  beforeEach(() => {
    Object.assign(started().behaviour, goodBehaviour(), options.behaviour);
    started().requests.length = 0;
  });
  afterAll(async () => {
    await server?.close();
    rmSync(folder, { recursive: true });
  });
  return {
    folder,
    get server() {
      return started();
    },
    get options() {
      return { apiUrl: started().apiUrl, cache: false as const };
    },
    sent: () => started().requests.reduce((sum, { bytes }) => sum + bytes, 0),
    forget: () => void (started().requests.length = 0),
  };
}

/** A session of 30 s in the full layout under DANDI's name, 52 MB, written by the simulator. */
export async function fullSession(folder: string): Promise<void> {
  await simulateCohort({
    ...{ mice: [1], days: [11], minutes: 0.5, seed: 3, layout: "full", maskSize: 48 },
    ...{ outDir: folder, names: "dandi" },
  });
}

/** Puts a file into the archive under `path`. */
export function putFile(folder: string, file: string, path = basename(file)): void {
  const target = join(folder, path);
  mkdirSync(join(target, ".."), { recursive: true });
  copyFileSync(file, target);
}

/** Everything that a listing gives. */
export async function listed<T>(listing: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const each of listing) all.push(each);
  return all;
}
