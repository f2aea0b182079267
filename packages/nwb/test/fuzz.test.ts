import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import type { FuzzReport } from "./fuzz/fuzz-files.ts";
import { plainJavaScript } from "./fuzz/plain-javascript.ts";
import { sessionFixture } from "./session-fixtures.ts";
import { sharedFixtures } from "./shared-fixtures.ts";

const folder = mkdtempSync(join(tmpdir(), "braidyn-fuzz-script-"));
const script = plainJavaScript(folder);
afterAll(() => rmSync(folder, { recursive: true }));

const [seed, cuts, flips] = [20_260_101, 40, 200];
const most = { seconds: 10, bytes: 500 * 1024 * 1024 };
/** A hang ends here rather than with the test's own time: the child must not outlive it. */
const timeout = 110_000;

const own = ["latest-libver", "embedded-images", "quirks"].map((name) => [name, sessionFixture(name).path]);
const shared = sharedFixtures.flatMap(({ name, path }) =>
  ["reduced-gzip", "full-tiny"].includes(name) ? [[name, path]] : [],
);

async function fuzz(path: string): Promise<FuzzReport> {
  const command = [script, ...[seed, cuts, flips].map(String), "auto", path];
  const { stdout } = await promisify(execFile)(process.execPath, command, {
    timeout,
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout) as FuzzReport;
}

describe.concurrent(`${cuts} cuts, ${flips} byte flips and the empty file (seed ${seed})`, () => {
  test.each([...own, ...shared])(
    "%s: a BraidynError or data, within 10 s and 500 MB",
    async (_, path) => {
      const report = await fuzz(path as string);
      expect(report.escaped).toEqual([]);
      expect(report.variants).toBe(cuts + flips);
      expect(report.results["NWB_TRUNCATED"]).toBeGreaterThan(0);
      expect(report.results["data"]).toBeGreaterThan(cuts + flips);
      expect(report.slowestSeconds, report.slowest).toBeLessThan(most.seconds);
      expect(report.peakGrowthBytes).toBeLessThan(most.bytes);
    },
    timeout + 10_000,
  );
});
