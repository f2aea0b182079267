import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { findIsolation, makeStaging, runEntries } from "@braidyn/runner";
import { expect, test } from "vitest";
import { dirname } from "node:path";
import { mixedEntries } from "../support/mixed-entries.ts";
import { testBundle } from "../support/test-bundle.ts";

/** `BRAIDYN_SUBMISSIONS=200` for the whole evening of a hackathon; all kinds of hostile entries need 100. */
const count = Number(process.env["BRAIDYN_SUBMISSIONS"] ?? 40);
const { bundle } = await testBundle({
  sandbox: "seconds: 2, memory_mb: 256, output_bytes: 4000000, processes: 24",
});
const { on, refusal } = await findIsolation();
const why = refusal === null ? "" : `(needs isolation: ${refusal.message})`;

/** Names below the folder under which everything of this process's runs stands. */
async function leftovers(): Promise<string[]> {
  const staging = makeStaging();
  const workspace = dirname(staging.path);
  await staging.close();
  return readdirSync(workspace);
}

/** Processes of this machine that run out of the sandbox: nobody else's have its user or look like ours. */
function strangers(): string[] {
  return readdirSync("/proc")
    .filter((id) => /^\d+$/.test(id))
    .flatMap((id) => {
      try {
        const command = readFileSync(`/proc/${id}/cmdline`, "utf8").replaceAll("\0", " ");
        return /entry\/predict\.js|sleep 600/.test(command) && readlinkSync(`/proc/${id}/ns/pid`) !== own
          ? [command]
          : [];
      } catch {
        return [];
      }
    });
}
const own = process.platform === "linux" ? readlinkSync("/proc/self/ns/pid") : "";

test.skipIf(on === null)(
  `${count} submissions, a tenth hostile, through two workers: each ends as it should, nothing is left ${why}`,
  { timeout: 900_000 },
  async () => {
    const entries = mixedEntries(count);
    const options = { bundle, boards: ["public", "private"], isolation: on!.isolation, workers: 2 } as const;
    const ends = new Map<string, string>();
    for await (const { id, run, error } of runEntries(entries, { ...options, repeat: false })) {
      ends.set(id, run === null ? String(error) : (run.problem?.code ?? run.status));
    }
    const wrong = entries.filter(
      ({ id, expected }) => !(expected === "scored" ? /^scored$/ : expected).test(ends.get(id) ?? "lost"),
    );
    expect(wrong.map(({ id }) => `${id}: ${ends.get(id)}`)).toEqual([]);
    expect(ends.size).toBe(count);
    expect(strangers()).toEqual([]);
    // the one folder that stays holds the harness's own program for models, and is made when it is first needed
    expect((await leftovers()).length).toBeLessThanOrEqual(1);
  },
);

test.skipIf(on === null)(`leaving the loop stops what still runs ${why}`, async () => {
  const options = { bundle, boards: ["public"], isolation: on!.isolation, workers: 2 } as const;
  for await (const { error } of runEntries(mixedEntries(6), { ...options, repeat: false })) {
    expect(error).toBeNull();
    break;
  }
  expect(strangers()).toEqual([]);
});
