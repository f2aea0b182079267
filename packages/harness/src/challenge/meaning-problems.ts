import { BraidynError, closestName, sessionTypes } from "@braidyn/core";
import { metrics } from "../metric/registry.ts";
import { memberKeys, splitGroups } from "../split/members.ts";
import type { ChallengeDefinition } from "./definition.ts";
import { reservedColumns } from "./reserved-columns.ts";
import { fieldName } from "./schema-problems.ts";
import type { ValuePath, YamlText } from "./yaml-lines.ts";

/** What a schema cannot see: names that must exist, ranges, and groups of the split that share a member. */
export function meaningProblems(
  definition: ChallengeDefinition,
  yaml: YamlText,
  file: string,
): BraidynError[] {
  const place = (path: ValuePath) => ({ path: file, line: yaml.lineOf(path) });
  return [
    ...typeProblems(definition, place),
    ...rangeProblems(definition, place),
    ...columnProblems(definition, place),
    ...splitProblems(definition, place),
    ...metricProblems(definition, place),
  ];
}

type Place = (path: ValuePath) => { path: string; line: number };

function typeProblems({ data }: ChallengeDefinition, place: Place): BraidynError[] {
  const { type } = data.sessions;
  if (data.profile !== undefined || sessionTypes.some((known) => known === type)) return [];
  const path = ["data", "sessions", "type"];
  const expected = sessionTypes.join(" | ");
  const at = { ...place(path), field: fieldName(path), found: JSON.stringify(type), expected };
  return [new BraidynError("CHALLENGE_VALUE", at)];
}

function rangeProblems(definition: ChallengeDefinition, place: Place): BraidynError[] {
  const { input, data, phases } = definition;
  const { window } = input;
  const { days } = data.sessions;
  const ranges: { path: ValuePath; from: string | number; to: string | number; wrong: boolean }[] = [];
  if (window !== undefined) {
    const [from, to] = [window.from_seconds, window.to_seconds];
    ranges.push({ path: ["input", "window"], from, to, wrong: from >= to });
  }
  if (days !== undefined) {
    ranges.push({ path: ["data", "sessions", "days"], ...days, wrong: days.from > days.to });
  }
  phases.forEach(({ start, end }, i) => {
    ranges.push({ path: ["phases", i], from: start, to: end, wrong: Date.parse(start) >= Date.parse(end) });
  });
  return ranges
    .filter(({ wrong }) => wrong)
    .map(
      ({ path, from, to }) =>
        new BraidynError("CHALLENGE_RANGE", { ...place(path), field: fieldName(path), from, to }),
    );
}

function columnProblems(definition: ChallengeDefinition, place: Place): BraidynError[] {
  const columns = Object.keys(definition.truth);
  if (columns.length === 0) {
    const at = { ...place(["truth"]), field: "truth", expected: "{ column: { type, description } }" };
    return [new BraidynError("CHALLENGE_MISSING", at)];
  }
  return columns
    .filter((column) => reservedColumns.includes(column))
    .map(
      (column) =>
        new BraidynError("CHALLENGE_RESERVED", {
          ...place(["truth", column]),
          column,
          reserved: reservedColumns.join(", "),
        }),
    );
}

function splitProblems({ split }: ChallengeDefinition, place: Place): BraidynError[] {
  const problems: BraidynError[] = [];
  const groupOf = new Map<string, string>();
  for (const group of splitGroups) {
    if (split[group].length === 0 && (group === "train" || group === "public")) {
      const at = place(["split", group]);
      problems.push(new BraidynError("CHALLENGE_SPLIT_EMPTY", { ...at, group, unit: split.unit }));
    }
    split[group].forEach((member, i) => {
      const path = ["split", group, i];
      const found = memberKeys(member, split.unit);
      if ("expected" in found) {
        const field = fieldName(["split", group]);
        const shown = { member: JSON.stringify(member), field, unit: split.unit, expected: found.expected };
        problems.push(new BraidynError("CHALLENGE_SPLIT_MEMBER", { ...place(path), ...shown }));
        return;
      }
      for (const key of found.keys) {
        const first = groupOf.get(key);
        if (first !== undefined) {
          const shared = { ...place(path), member: key, first, second: group };
          problems.push(new BraidynError("CHALLENGE_SPLIT_OVERLAP", shared));
        }
        groupOf.set(key, group);
      }
    });
  }
  return problems;
}

function metricProblems(definition: ChallengeDefinition, place: Place): BraidynError[] {
  const { primary, secondary } = definition.metrics;
  const known = Object.keys(metrics);
  const named = [
    { metric: primary, path: ["metrics", "primary"] as ValuePath },
    ...secondary.map((metric, i) => ({ metric, path: ["metrics", "secondary", i] as ValuePath })),
  ];
  return named.flatMap(({ metric, path }, i): BraidynError[] => {
    if (!known.includes(metric)) {
      const help = { suggestion: closestName(metric, known), known: known.join(", ") };
      return [new BraidynError("CHALLENGE_METRIC", { ...place(path), metric, ...help })];
    }
    const repeated = named.findIndex((other) => other.metric === metric) < i;
    return repeated ? [new BraidynError("CHALLENGE_METRIC_REPEATED", { ...place(path), metric })] : [];
  });
}
