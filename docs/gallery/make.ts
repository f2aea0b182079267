/**
 * `npm run gallery [-- [DIR] [--lang ja] [--measure]]`: draws every kind of plot from simulated data. By default the
 * pictures of this folder; with `--measure` also a whole session of 54,000 frames in every format, with times and sizes.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { run } from "@braidyn/cli";
import { simulateCohort } from "@braidyn/simulator";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { lang: { type: "string", default: "en" }, measure: { type: "boolean", default: false } },
});
const out = positionals[0] ?? import.meta.dirname;
const work = join(import.meta.dirname, "../../.work/gallery");
mkdirSync(out, { recursive: true });
rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });

async function braidyn(...args: string[]): Promise<void> {
  const code = await run([...args, "--lang", values.lang]);
  if (code !== 0) throw new Error(`braidyn ${args.join(" ")} ended with ${code}`);
}

async function draw(kind: string, ...args: string[]): Promise<void> {
  await braidyn("plot", kind, ...args, "-o", join(out, `${kind}.png`), "--scale", "1", "--force");
}

const seed = 4;
const [session = ""] = await simulateCohort({
  mice: [15],
  days: [8],
  minutes: 20,
  seed,
  outDir: join(work, "session"),
});
await draw("strip", session);
await draw("heatmap", session, "--time", "60", "90");
await draw("peth", session, "--event", "reward");
await draw("raster", session);
await draw("cortex-map", session, "--event", "pull");
await draw("keypoints", session, "--time", "60", "120");

const days = Array.from({ length: 15 }, (_, day) => day + 1);
const cohort = join(work, "cohort");
await simulateCohort({ mice: 8, days, minutes: 5, seed, streams: [], maskSize: 48, outDir: cohort });
await draw("learning-curve", cohort);

const mice = join(work, "mice");
await simulateCohort({
  mice: 20,
  days: [8],
  minutes: 6,
  seed,
  streams: ["sensors"],
  maskSize: 48,
  outDir: mice,
});
const bundle = join(work, "bundle");
await braidyn(
  "challenge",
  "build",
  "lever-pull",
  mice,
  "-o",
  bundle,
  "--split",
  "auto",
  "--secret",
  "5a".repeat(32),
);
const entries: string[] = [];
for (const name of ["constant", "linear", "binned"]) {
  const file = join(work, `${name}.csv`);
  await braidyn("baseline", "lever-pull", name, "--bundle", bundle, "-o", file);
  entries.push(`${name}=${file}`);
}
const [, ...trained] = entries;
for (const kind of ["roc", "calibration"])
  await draw(kind, ...trained, "--bundle", bundle, "--board", "public");
await draw("mouse-dots", ...entries, "--bundle", bundle, "--board", "public");

const scores = join(work, "scores.json");
writeFileSync(scores, JSON.stringify(boardOfAnEvening()));
await draw("board-progress", scores);

if (values.measure) await measure();

/** Twelve teams that get better, each in its own time. */
function boardOfAnEvening() {
  const start = Date.UTC(2026, 0, 10, 8);
  return Array.from({ length: 120 }, (_, i) => {
    const team = (i * 7) % 12;
    const skill = 0.7 + ((team * 5) % 12) / 40;
    const learnt = 1 - Math.exp(-i / 45);
    const luck = Math.sin(i * 12.9898) / 60;
    return {
      team: `team ${team + 1}`,
      time: start + i * 240_000,
      score: 0.55 + 0.42 * skill * learnt + luck,
    };
  });
}

/** The largest plots of a whole session of 30 minutes, in every format. */
async function measure(): Promise<void> {
  const [whole = ""] = await simulateCohort({
    mice: 1,
    days: [8],
    minutes: 30,
    seed,
    outDir: join(work, "whole"),
  });
  const plots = [["heatmap"], ["peth"], ["peth", "--event", "cue", "--by", "outcome"]];
  for (const format of ["svg", "png", "html", "vl.json"]) {
    for (const [kind = "", ...options] of plots) {
      const start = performance.now();
      await braidyn("plot", kind, whole, ...options, "-o", join(work, `whole.${format}`), "--force");
      console.log(`${((performance.now() - start) / 1000).toFixed(2)} s`);
    }
  }
}
