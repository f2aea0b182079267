import { commandTexts } from "@braidyn/core";
import type { LeaderboardServer } from "@braidyn/leaderboard";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demoParts, runDemo } from "../demo/run-demo.ts";
import type { Shell } from "../shell.ts";
import type { BaselineSource } from "./put-baselines.ts";

/** Mice enough for both boards. */
const demoMice = 28;

/** Builds a challenge from simulated mice and adds it to the server: something to try everything on. */
export async function makeDemo(server: LeaderboardServer, shell: Shell): Promise<BaselineSource> {
  const { addBundle } = await import("@braidyn/leaderboard");
  const folder = await mkdtemp(join(tmpdir(), "braidyn-demo-"));
  shell.context.interruption.temporary(folder);
  await shell.note(shell.text(commandTexts.serveDemoMakes));
  await runDemo({
    ...{ folder, seed: 1, mice: demoMice, minutes: 6, privateMice: 8 },
    inStep: (_step, work) => work(() => shell.context.interruption.check()),
  });
  const bundle = join(folder, demoParts.bundle);
  await rm(join(folder, demoParts.sessions), { recursive: true, force: true });
  return { ...(await addBundle(server.platform, bundle)), folder: bundle };
}
