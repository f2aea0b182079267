import type { ChallengeDefinition } from "../challenge/definition.ts";
import { carriedLeaks, streamLeaks } from "./carried-leaks.ts";
import { duplicateLeaks, type Compared } from "./duplicate-leaks.ts";
import { constantLeaks, featureLeaks, fingerprintLeaks } from "./feature-leaks.ts";
import { fileLeaks, timeStampLeaks } from "./file-leaks.ts";
import { finding, type LeakFinding } from "./finding.ts";
import { identifiability } from "./identifiability.ts";
import type { LeakRows } from "./leak-rows.ts";
import { nameLeaks } from "./name-leaks.ts";
import { normalisationLeaks } from "./normalisation-leaks.ts";
import { orderLeaks } from "./order-leaks.ts";
import { pseudonymLeaks, type Aliased } from "./pseudonym-leaks.ts";
import { quietLeaks } from "./quiet-leaks.ts";
import { readLinted, type LintedBundle } from "./read-bundle.ts";
import { digestRows } from "./row-digest.ts";
import { sharedLeaks } from "./shared-leaks.ts";
import { shortcutProbes, type ProbeResult } from "./shortcut-probes.ts";

/** Everything that was found in a bundle. */
export interface LeakReport {
  readonly challenge: string;
  /** The answer, or the way to it, without the task. */
  readonly leaks: readonly LeakFinding[];
  readonly warnings: readonly LeakFinding[];
  /** Limits of what was looked at, and measured numbers. */
  readonly notes: readonly LeakFinding[];
  readonly probes: readonly ProbeResult[];
}

export interface LeakOptions {
  /** The bundle's folder. Its private half is needed for most of what is looked at. */
  readonly folder: string;
  /** The challenge as it stands in the catalogue; by default as the bundle has it. */
  readonly definition?: ChallengeDefinition | undefined;
  /** Files of the sessions that the bundle was built from: to hold rows without an event against the events. */
  readonly sessions?: readonly string[] | undefined;
}

/**
 * Looks for ways around the task in a bundle: in its files, its names and orders, its rows and their values, and by
 * training on what should say nothing.
 *
 * @throws BraidynError `BUNDLE_*` for what cannot be read at all, `NWB_*` for a session that cannot.
 */
export async function findLeaks({ folder, definition, sessions = [] }: LeakOptions): Promise<LeakReport> {
  const bundle = await readLinted(folder);
  // the public half's definition has no test members; what must hold is the challenge's own
  const held = { ...bundle.definition, leakage: (definition ?? bundle.definition).leakage };
  const found = [
    ...streamLeaks(held),
    ...(await fileLeaks(bundle)),
    ...(await hiddenLeaks(bundle)),
    ...rowLeaks(held, bundle),
    ...(sessions.length > 0
      ? await quietLeaks(held, bundle.splits, sessions)
      : held.leakage.quiet.length > 0
        ? [finding("note", "LEAK_QUIET_UNSEEN", { signals: held.leakage.quiet.join(", ") })]
        : []),
  ];
  const probes = probesOf(held, bundle);
  return reportOf(held.id, [...found, ...probeFindings(probes)], probes);
}

/** What can be found in a definition alone. */
export function findDefinitionLeaks(definition: ChallengeDefinition): LeakReport {
  const notes = [finding("note", "LEAK_NO_ROWS", {})];
  return reportOf(definition.id, [...streamLeaks(definition), ...notes], []);
}

function reportOf(
  challenge: string,
  found: readonly LeakFinding[],
  probes: readonly ProbeResult[],
): LeakReport {
  const of = (severity: LeakFinding["severity"]) => found.filter((each) => each.severity === severity);
  return { challenge, leaks: of("leak"), warnings: of("warning"), notes: of("note"), probes };
}

/** What only someone who knows the private half can see. */
async function hiddenLeaks(bundle: LintedBundle): Promise<LeakFinding[]> {
  const { folder, hidden, splits, definition } = bundle;
  const test = splits.find(({ split }) => split === "test");
  const names = test?.names ?? null;
  if (hidden === null || test === undefined || names === null)
    return [finding("note", "LEAK_NO_PRIVATE", {})];
  const others = splits.filter(({ split }) => split !== "test").map((rows) => rows.names);
  const given = (of: (rows: NonNullable<typeof names>) => readonly string[]): Set<string> =>
    new Set(others.flatMap((each) => (each === null ? [] : [...of(each)])));
  const hiddenOnes = (own: readonly string[], shown: Set<string>): string[] =>
    [...new Set(own)].filter((name) => name !== "" && !shown.has(name));
  const known = definition.split.known_subjects === true;
  const secrets = {
    subjects: known
      ? []
      : hiddenOnes(
          names.subjects,
          given((each) => each.subjects),
        ),
    sessions: hiddenOnes(
      names.sessions,
      given((each) => each.sessions),
    ),
    dates: hiddenOnes(names.dates, new Set([...given((each) => each.dates), ...listedDates(bundle)])),
    secret: hidden.secret,
  };
  return [
    ...(await nameLeaks(folder, secrets)),
    ...(await timeStampLeaks(bundle, new Set(names.dates))),
    ...(await pseudonymLeaks(definition.id, "subject", aliasesOf(test, "subject"), hidden.secret)),
    ...(await pseudonymLeaks(definition.id, "session", aliasesOf(test, "session"), null)),
  ];
}

/** Days of sessions that the manifest may name: those of train and validation, used or not. */
function listedDates({ manifest, hidden }: LintedBundle): string[] {
  const test = new Set(
    hidden?.sessions
      .filter(({ group }) => group === "public" || group === "private")
      .map(({ session }) => session),
  );
  return [...manifest.sessions, ...manifest.skipped].flatMap(({ session }) =>
    test.has(session) ? [] : (/\d{4}-\d{2}-\d{2}/.exec(session) ?? []).slice(0, 1),
  );
}

function aliasesOf({ names, subjects, sessions }: LeakRows, kind: "subject" | "session"): Aliased[] {
  if (names === null) return [];
  const aliases = kind === "subject" ? subjects : sessions;
  const real = kind === "subject" ? names.subjects : names.sessions;
  const found = new Map<string, Aliased>();
  aliases.forEach((alias, row) => {
    const before = found.get(alias);
    const date = names.dates[row] ?? "";
    if (before === undefined) found.set(alias, { alias, name: real[row] ?? "", date, rows: 1 });
    else
      found.set(alias, { ...before, rows: before.rows + 1, date: date < before.date ? date : before.date });
  });
  return [...found.values()];
}

function rowLeaks(definition: ChallengeDefinition, { splits, facts }: LintedBundle): LeakFinding[] {
  const used = splits.filter(({ count }) => count > 0);
  const test = used.find(({ split }) => split === "test");
  return [
    ...sharedLeaks(definition, used),
    ...comparisons(used).flatMap(([first, second]) => duplicateLeaks(first, second)),
    ...(test === undefined ? [] : orderLeaks(test)),
    ...used.flatMap((rows) => [...featureLeaks(rows), ...fingerprintLeaks(rows)]),
    ...constantLeaks(used),
    ...normalisationLeaks(used),
    ...carriedLeaks(used, facts),
    ...(test === undefined ? [] : identifiability(test)),
  ];
}

/** Every two groups of the split: train, validation, and the test rows of the two boards. */
function comparisons(splits: readonly LeakRows[]): [Compared, Compared][] {
  const groups = splits.flatMap((rows): Compared[] => {
    const digest = digestRows(rows);
    const boards = rows.names?.boards ?? rows.rowIds.map(() => rows.split);
    return [...new Set<string>(boards)].map((name) => ({
      ...{ name, digest, sessions: rows.sessions },
      rows: rows.rowIds.flatMap((_, row) => (boards[row] === name ? [row] : [])),
    }));
  });
  return groups.flatMap((first, i) =>
    groups.slice(i + 1).map((second): [Compared, Compared] => [first, second]),
  );
}

function probesOf(definition: ChallengeDefinition, { splits, facts }: LintedBundle): ProbeResult[] {
  const [train, validation, test] = splits;
  const held = test !== undefined && test.truth !== null && test.count > 0 ? test : validation;
  if (train === undefined || held === undefined || held.count === 0 || train.count === 0) return [];
  return shortcutProbes(definition, train, held, facts);
}

function probeFindings(probes: readonly ProbeResult[]): LeakFinding[] {
  return probes
    .filter(({ exposed, aboveChance }) => exposed && aboveChance)
    .map(({ probe, metric, score }) => {
      const parameters = { probe, metric, score: (score ?? 0).toFixed(3) };
      // the level of a signal may be what is asked about; where it came from is not for us to say
      return finding(probe === "baseline-level" ? "warning" : "leak", "LEAK_SHORTCUT", parameters);
    });
}
