import { BraidynError, sessionTypes } from "@braidyn/core";
import { referenceColumn } from "../bundle/truth-table.ts";
import type { ChallengeDefinition } from "./definition.ts";
import { metricProblems } from "./metric-problems.ts";
import type { Place } from "./place.ts";
import { phaseProblems } from "./phase-problems.ts";
import { reservedColumns } from "./reserved-columns.ts";
import { fieldName } from "./schema-problems.ts";
import { sharedProblems } from "./shared-problems.ts";
import { splitProblems } from "./split-problems.ts";
import type { ValuePath, YamlText } from "./yaml-lines.ts";

/** What a schema cannot see: names that must exist, ranges, and groups of the split that share a member. */
export function meaningProblems(
  definition: ChallengeDefinition,
  yaml: YamlText,
  file: string,
): BraidynError[] {
  const place: Place = (path) => ({ path: file, line: yaml.lineOf(path) });
  const splitWrong = splitProblems(definition, place);
  return [
    ...typeProblems(definition, place),
    ...rangeProblems(definition, place),
    ...causalProblems(definition, place),
    ...columnProblems(definition, place),
    ...splitWrong,
    ...(splitWrong.length === 0 ? sharedProblems(definition, place) : []),
    ...metricProblems(definition, place),
    ...phaseProblems(definition, place),
    ...zoneProblems(definition, place),
  ];
}

function typeProblems({ data }: ChallengeDefinition, place: Place): BraidynError[] {
  const { type } = data.sessions;
  if (data.profile !== undefined || sessionTypes.some((known) => known === type)) return [];
  const path = ["data", "sessions", "type"];
  const expected = sessionTypes.join(" | ");
  const at = { ...place(path), field: fieldName(path), found: JSON.stringify(type), expected };
  return [new BraidynError("CHALLENGE_VALUE", at)];
}

function zoneProblems({ limits }: ChallengeDefinition, place: Place): BraidynError[] {
  const { time_zone: zone } = limits;
  if (zone === undefined || isTimeZone(zone)) return [];
  const path = ["limits", "time_zone"];
  const expected = "Asia/Tokyo, Europe/Berlin, UTC, +09:00 ...";
  return [
    new BraidynError("CHALLENGE_VALUE", {
      ...place(path),
      field: fieldName(path),
      found: JSON.stringify(zone),
      expected,
    }),
  ];
}

/** An offset, or a name that this machine's calendar knows. */
function isTimeZone(zone: string): boolean {
  if (/^[+-]([01]\d|2[0-3]):[0-5]\d$/.test(zone)) return true;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== undefined;
  } catch {
    return false;
  }
}

function rangeProblems({ input, data, phases }: ChallengeDefinition, place: Place): BraidynError[] {
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

function causalProblems({ input }: ChallengeDefinition, place: Place): BraidynError[] {
  const end = input.window?.to_seconds ?? -Infinity;
  if (!input.causal || end <= 0) return [];
  return [new BraidynError("CHALLENGE_CAUSAL", { ...place(["input", "causal"]), end })];
}

function columnProblems(definition: ChallengeDefinition, place: Place): BraidynError[] {
  const columns = Object.keys(definition.truth);
  if (columns.length === 0) {
    const at = { ...place(["truth"]), field: "truth", expected: "{ column: { type, description } }" };
    return [new BraidynError("CHALLENGE_MISSING", at)];
  }
  const references = columns
    .filter((column) => definition.truth[column]?.reference !== undefined)
    .map(referenceColumn);
  return columns
    .filter((column) => reservedColumns.includes(column) || references.includes(column))
    .map(
      (column) =>
        new BraidynError("CHALLENGE_RESERVED", {
          ...place(["truth", column]),
          column,
          reserved: [...reservedColumns, ...references].join(", "),
        }),
    );
}
