import type { Examples, LabelledRows } from "../challenge/contract.ts";

/** The rows of one session and whose they are. */
export interface SessionExamples {
  readonly subject: string;
  readonly session: string;
  readonly examples: Examples;
}

/** The rows of several sessions one after another, with ids that say where each came from. */
export function pooledRows(sessions: readonly SessionExamples[]): LabelledRows {
  const [first] = sessions;
  const count = sessions.reduce((sum, { examples }) => sum + examples.count, 0);
  const inputShape = first?.examples.inputShape ?? [];
  const rowValues = inputShape.reduce((product, size) => product * size, 1);
  const input = new Float32Array(count * rowValues);
  let row = 0;
  for (const { examples } of sessions) {
    input.set(examples.input, row * rowValues);
    row += examples.count;
  }
  const repeated = (name: (session: SessionExamples) => string): string[] =>
    sessions.flatMap((session) => Array.from({ length: session.examples.count }, () => name(session)));
  return {
    count,
    inputShape,
    input,
    rowIds: rowIdsOf(sessions),
    subjects: repeated(({ subject }) => subject),
    sessions: repeated(({ session }) => session),
    truth: joinedColumns(sessions, ({ truth }) => truth),
  };
}

/** Ids that no two rows share. */
function rowIdsOf(sessions: readonly SessionExamples[]): string[] {
  return sessions.flatMap(({ session, examples }) =>
    Array.from({ length: examples.count }, (_, row) => `${session}/${row}`),
  );
}

/** Columns of several sessions, joined; a column that the first session lacks is left out. */
export function joinedColumns(
  sessions: readonly SessionExamples[],
  of: (examples: Examples) => Readonly<Record<string, Float64Array>>,
): Record<string, Float64Array> {
  const [first] = sessions;
  const names = first === undefined ? [] : Object.keys(of(first.examples));
  return Object.fromEntries(
    names.map((name) => [name, joined(sessions.map(({ examples }) => of(examples)[name]))]),
  );
}

function joined(parts: readonly (Float64Array | undefined)[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, part) => sum + (part?.length ?? 0), 0));
  let at = 0;
  for (const part of parts) {
    if (part === undefined) continue;
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
