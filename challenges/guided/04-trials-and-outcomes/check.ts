import { basename } from "node:path";
import { rasterPlot, readRaster } from "@braidyn/plots";
import type { LessonModule } from "../engine/contract.ts";
import { trialNumbers, withSession } from "../engine/with-session.ts";

interface Counts {
  readonly [outcome: string]: number;
}

/** One file's trials: the word of each, and whether there was a pull. */
interface Read {
  readonly name: string;
  readonly words: readonly string[];
  readonly pulled: readonly boolean[];
}

export const expectations: LessonModule["expectations"] = async ({ sessions }) => {
  const files = await Promise.all(sessions.map(read));
  const each = <T>(of: (file: Read) => T) => Object.fromEntries(files.map((file) => [file.name, of(file)]));
  return {
    outcomes: {
      value: each(outcomesOf),
      mistakes: {
        "trusted-word": each((file) => byWords(file, "miss")),
        "trusted-failure": each((file) => byWords(file, "failure")),
        "nan-is-a-pull": each(({ words }) =>
          countBy(words, (word) => (word === "success" ? word : "short-pull")),
        ),
        bytes: each(({ pulled }) => countBy(pulled, (pull) => (pull ? "short-pull" : "no-response"))),
      },
    },
    missMeans: {
      value: each(({ words, pulled }) => (pulled[words.indexOf("miss")] ? "short-pull" : "no-response")),
    },
    responseRate: {
      value: each(({ pulled }) => shareOf(pulled, Boolean)),
      within: 1e-4,
      mistakes: { successes: each(({ words }) => shareOf(words, (word) => word === "success")) },
    },
  };
};

function read(path: string): Promise<Read> {
  return withSession(path, async (session) => {
    const { columns } = await session.trials();
    const words = Array.from((columns["trial_outcome"] ?? []) as readonly string[]);
    const pulled = (await trialNumbers(session, "pull_onset")).map(Number.isFinite);
    return { name: basename(path), words, pulled };
  });
}

function outcomesOf({ words, pulled }: Read): Counts {
  const outcomes = words.map((word, i) =>
    word === "success" ? word : pulled[i] ? "short-pull" : "no-response",
  );
  return countBy(outcomes, (outcome) => outcome);
}

/** The outcomes for someone to whom `word` is no response whatever the release. */
function byWords({ words }: Read, noResponse: string): Counts {
  return countBy(words, (word) =>
    word === "success" ? word : word === noResponse ? "no-response" : "short-pull",
  );
}

function countBy<T>(values: readonly T[], outcomeOf: (value: T) => string): Counts {
  const counts: Record<string, number> = { success: 0, "short-pull": 0, "no-response": 0 };
  for (const value of values) counts[outcomeOf(value)]! += 1;
  return counts;
}

function shareOf<T>(values: readonly T[], wanted: (value: T) => boolean): number {
  return values.filter(wanted).length / values.length;
}

export const plots: LessonModule["plots"] = ({ sessions: [path = ""] }, _, options) =>
  withSession(path, async (session) => ({
    raster: rasterPlot(await readRaster(session), { source: session.info.session, ...options }),
  }));
