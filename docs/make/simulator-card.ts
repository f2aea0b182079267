/**
 * `npm run model-card`: simulates a cohort as large as the dataset's, decodes it, and puts figures and numbers into the
 * simulator's model card, `docs/simulator.md` and `docs/ja/simulator.md`. Takes some minutes and 3 GB of temporary disk.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Report } from "@braidyn/harness";
import { learningCurvePlot, mouseDotsPlot, type LearningDay } from "@braidyn/plots";
import { render } from "@braidyn/plots/render";
import {
  dayFromEnvironment,
  learning,
  median,
  mice,
  pullAverages,
  trainingDays,
} from "./simulator-numbers.ts";

const seed = 1;
const docs = fileURLToPath(new URL("..", import.meta.url));
const images = join(docs, "images", "simulator");
const languages = ["en", "ja"] as const;
type Language = (typeof languages)[number];

/** Challenges whose decoding the card shows. */
const decoded = ["lever-pull", "cross-mouse"] as const;

interface Decoded {
  readonly baselines: readonly {
    readonly baseline: string;
    readonly across: number;
    readonly within: number;
    readonly gap: number;
    readonly shuffled: number;
    readonly reports: { readonly across: Report };
  }[];
}

function braidyn(...args: string[]): string {
  const launcher = fileURLToPath(new URL("../../packages/cli/bin/braidyn.js", import.meta.url));
  return execFileSync(process.execPath, [launcher, ...args], { encoding: "utf8", maxBuffer: 1 << 28 });
}

const words = {
  en: {
    learning: ["Day", "Response rate, median", "T_pull at the end, median (ms)"],
    decoding: ["Challenge", "Baseline", "Other mice", "Own mouse", "Own - other", "Shuffled"],
    pulls: ["Area", "At onset: measured", "simulated", "Late: measured", "simulated"],
    environment: ["Sensor", "Spearman's rho of its mean with the day"],
  },
  ja: {
    learning: ["訓練日", "反応率（中央値）", "終了時の T_pull（中央値、ms）"],
    decoding: ["チャレンジ", "ベースライン", "ほかのマウス", "同じマウス", "差（同じ − ほか）", "シャッフル"],
    pulls: ["領域", "開始時：実測", "シミュレーション", "後期：実測", "シミュレーション"],
    environment: ["センサー", "平均値と訓練日の Spearman の順位相関"],
  },
} as const;

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

function learningRows(days: readonly LearningDay[]): string[][] {
  return [1, 2, 3, 5, 8, 11, trainingDays].map((day) => {
    const those = days.filter((each) => each.day === day);
    const response = median(those.map(({ responseRate }) => responseRate));
    return [String(day), response.toFixed(2), median(those.map((each) => each.requiredPullMs)).toFixed(0)];
  });
}

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->` of a page. */
function put(
  language: Language,
  name: keyof (typeof words)["en"],
  rows: readonly (readonly string[])[],
): void {
  const path = join(docs, language === "en" ? "" : language, "simulator.md");
  const page = readFileSync(path, "utf8");
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [page.indexOf(open), page.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`${path} has no place for ${name}`);
  const filled = `${open}\n\n${table(words[language][name], rows)}\n\n`;
  writeFileSync(path, page.slice(0, start) + filled + page.slice(end));
}

async function draw(
  name: string,
  specOf: (language: Language) => Parameters<typeof render>[0],
): Promise<void> {
  for (const language of languages) {
    writeFileSync(join(images, `${name}.${language}.svg`), await render(specOf(language), "svg"));
  }
}

const folder = mkdtempSync(join(tmpdir(), "braidyn-model-card-"));
mkdirSync(images, { recursive: true });
try {
  const days = learning(seed);
  await draw("learning", (language) => learningCurvePlot(days, { language }));

  const sessions = join(folder, "sessions");
  const cohort = ["--mice", `${mice}`, "--days", "3", "--minutes", "17", "--seed", `${seed}`];
  braidyn("simulate", "-o", sessions, ...cohort, "--streams", "sensors", "--mask-size", "48");
  const decoding = decoded.map((challenge) => ({
    challenge,
    baselines: (JSON.parse(braidyn("decode", challenge, sessions, "--json")) as Decoded).baselines,
  }));
  const [first] = decoding;
  const entries = (first?.baselines ?? []).flatMap(({ baseline, reports }) => {
    const [primary] = reports.across.metrics;
    return primary?.score == null
      ? []
      : [
          {
            name: baseline,
            score: primary.score,
            low: primary.low,
            high: primary.high,
            subjects: primary.subjects,
          },
        ];
  });
  await draw("decoding", (language) => mouseDotsPlot(entries, { language, metric: "ROC AUC", chance: 0.5 }));

  const example = join(folder, "example");
  const [path = ""] = braidyn(
    "simulate",
    "-o",
    example,
    "--mice",
    "1",
    "--day",
    "8",
    "--minutes",
    "15",
  ).split("\n");
  for (const language of languages) {
    for (const kind of ["strip", "peth", "cortex-map"]) {
      braidyn(
        "plot",
        kind,
        path,
        "-o",
        join(images, `${kind}.${language}.svg`),
        "--force",
        "--lang",
        language,
      );
    }
  }

  const averages = pullAverages(seed);
  const environment = Object.entries(dayFromEnvironment(seed));
  for (const language of languages) {
    put(language, "learning", learningRows(days));
    put(
      language,
      "decoding",
      decoding.flatMap(({ challenge, baselines }) =>
        baselines.map(({ baseline, across, within, gap, shuffled }) => [
          ...[challenge, baseline],
          ...[across, within, gap, shuffled].map((value) => value.toFixed(3)),
        ]),
      ),
    );
    put(
      language,
      "pulls",
      averages.map(({ area, measured, simulated }) => [
        ...[area, measured[0].toFixed(3), simulated[0].toFixed(3)],
        ...[measured[1].toFixed(3), simulated[1].toFixed(3)],
      ]),
    );
    put(
      language,
      "environment",
      environment.map(([name, rho]) => [name, rho.toFixed(2)]),
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
