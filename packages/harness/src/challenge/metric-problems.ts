import { BraidynError, closestName, isBraidynError } from "@braidyn/core";
import { isMetricName, metrics, type MetricName } from "../metric/registry.ts";
import type { ChallengeDefinition } from "./definition.ts";
import type { Place } from "./place.ts";
import type { ValuePath } from "./yaml-lines.ts";

/** Metrics that do not exist, are named twice, go the other way or cannot score a column. */
export function metricProblems(definition: ChallengeDefinition, place: Place): BraidynError[] {
  const { primary, secondary } = definition.metrics;
  const named = [
    { metric: primary, path: ["metrics", "primary"] as ValuePath },
    ...secondary.map((metric, i) => ({ metric, path: ["metrics", "secondary", i] as ValuePath })),
  ];
  const ofNames = named.flatMap(({ metric, path }, i): BraidynError[] => {
    const at = { ...place(path), metric };
    if (!isMetricName(metric)) {
      const known = Object.keys(metrics);
      const help = { suggestion: closestName(metric, known), known: known.join(", ") };
      return [new BraidynError("CHALLENGE_METRIC", { ...at, ...help })];
    }
    const repeated = named.findIndex((other) => other.metric === metric) < i;
    if (repeated) return [new BraidynError("CHALLENGE_METRIC_REPEATED", at)];
    return [...referenceProblems(definition, metric, at), ...columnProblems(definition, metric, at)];
  });
  return [...ofNames, ...directionProblems(definition, place)];
}

/** A metric that compares with a reference needs one for every column. */
function referenceProblems(
  { truth }: ChallengeDefinition,
  metric: MetricName,
  at: MetricPlace,
): BraidynError[] {
  if (!metrics[metric].needsReference) return [];
  const column = Object.keys(truth).find((name) => truth[name]?.reference === undefined);
  return column === undefined ? [] : [new BraidynError("CHALLENGE_METRIC_REFERENCE", { ...at, column })];
}

type MetricPlace = ReturnType<Place> & { readonly metric: string };

/** Numbers as no 0/1 column has them. */
const someNumbers = Float64Array.of(0.5, 1.5, 2.5, 4.5);

/** A metric of two classes is found by asking it about numbers. */
function columnProblems({ truth }: ChallengeDefinition, metric: MetricName, at: MetricPlace): BraidynError[] {
  const column = Object.keys(truth).find((name) => truth[name]?.type === "number");
  if (column === undefined) return [];
  try {
    metrics[metric].compute(someNumbers, someNumbers, someNumbers);
  } catch (error) {
    if (isBraidynError(error, "METRIC_NOT_BINARY")) {
      return [new BraidynError("CHALLENGE_METRIC_COLUMN", { ...at, column })];
    }
  }
  return [];
}

function directionProblems({ metrics: { primary, direction } }: ChallengeDefinition, place: Place) {
  if (direction === undefined || !isMetricName(primary) || metrics[primary].direction === direction)
    return [];
  const at = { ...place(["metrics", "direction"]), metric: primary, found: direction };
  return [new BraidynError("CHALLENGE_DIRECTION", { ...at, expected: metrics[primary].direction })];
}
