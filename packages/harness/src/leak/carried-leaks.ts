import type { ChallengeDefinition } from "../challenge/definition.ts";
import { environmentSensors } from "../controls/session-features.ts";
import { carriedFacts, meanInput } from "../controls/carried-facts.ts";
import { finding, type LeakFinding } from "./finding.ts";
import { placeOf } from "./feature-leaks.ts";
import { groupRows, type LeakRows } from "./leak-rows.ts";
import { round } from "./order-leaks.ts";
import type { SessionFacts } from "./session-facts.ts";

/** Streams of a session that are no signal of the animal's: which session it is, or what is asked for. */
const telling = [
  ...environmentSensors,
  ...[
    "subject",
    "session",
    "date",
    "day",
    "identifier",
    "session_start_time",
    "trial",
    "trials",
    "trial_outcome",
  ],
  ...[
    "pull_onset",
    "reaction_time",
    "pull_duration",
    "pull_duration_for_success",
    "state_task",
    "state_lever",
  ],
];

/** Streams of the input that tell the session, or the truth itself, by what they are. */
export function streamLeaks({ input, truth }: ChallengeDefinition): LeakFinding[] {
  return input.streams
    .filter((stream) => telling.includes(stream) || Object.keys(truth).includes(stream))
    .map((stream) => finding("leak", "LEAK_STREAM", { stream }));
}

/**
 * Input values whose mean over a session is a fact about the session: the room's air, the day, its length, how often
 * something happened. A model can learn the answer from them instead of from the signal.
 */
export function carriedLeaks(splits: readonly LeakRows[], facts: readonly SessionFacts[]): LeakFinding[] {
  const inputShape = splits[0]?.inputShape ?? [];
  const values = inputShape.reduce((product, size) => product * size, 1);
  const means = new Map<string, Float64Array>();
  for (const { sessions, input } of splits) {
    for (const [session, rows] of groupRows(sessions)) means.set(session, meanInput(input, values, rows));
  }
  const known = facts.filter(({ name }) => means.has(name));
  const ofKnown = known.map(({ name }) => means.get(name) as Float64Array);
  return carriedFacts(ofKnown, factColumns(known)).map(({ fact, value, r }) => {
    const place = placeOf(value, inputShape);
    return finding("leak", "LEAK_CARRIED", { fact, place, r: round(r), sessions: known.length });
  });
}

function factColumns(facts: readonly SessionFacts[]): Record<string, number[]> {
  const names = new Set(facts.flatMap(({ facts: own }) => Object.keys(own)));
  names.delete("rows");
  const columns: Record<string, number[]> = {};
  for (const name of names) columns[name] = facts.map(({ facts: own }) => own[name] ?? NaN);
  columns["day"] = facts.map(({ day }) => day ?? NaN);
  columns["date"] = facts.map(({ date }) => Date.parse(`${date}T00:00:00Z`));
  columns["subject"] = facts.map(({ subject }) => Number(/(\d+)$/.exec(subject)?.[1] ?? NaN));
  return columns;
}
