import { BraidynError, isBraidynError } from "@braidyn/core";

/** Faults that have a row, and after which the next row can be read. */
const rowFaults = [
  "SUBMISSION_FIELDS",
  "SUBMISSION_ROW_UNKNOWN",
  "SUBMISSION_ROW_TWICE",
  "SUBMISSION_VALUE_BLANK",
  "SUBMISSION_VALUE_NAN",
  "SUBMISSION_VALUE_INFINITE",
  "SUBMISSION_VALUE_HEX",
  "SUBMISSION_VALUE_FORMULA",
  "SUBMISSION_VALUE_TEXT",
] as const;
type RowFault = BraidynError<(typeof rowFaults)[number]>;

/** So many rows are named; a file that is wrong throughout is not read to its end. */
const named = 10;
/** A file of a billion wrong rows ends here. */
const most = 1000;

/** Gathers the faults of a submission's rows. */
export interface Faults {
  /** Keeps a row's fault; throws any other error, and the first fault as soon as enough rows are known. */
  add(error: unknown): void;
  /** Throws the first fault, if there is one, with the first rows that have it: ten at most. */
  check(): void;
}

/** The first fault decides the code; its message names the rows that have the same. */
export function gatherFaults(): Faults {
  let first: RowFault | null = null;
  let found = 0;
  const rows: (string | number)[] = [];
  const check = (): void => {
    if (first === null) return;
    const [only] = rows;
    const row = rows.length === 1 ? only! : `${rows.join(", ")}${rows.length === named ? ", ..." : ""}`;
    throw new BraidynError(first.code, { ...first.parameters, row } as RowFault["parameters"]);
  };
  return {
    add: (error) => {
      if (!isRowFault(error)) throw error;
      first ??= error;
      found++;
      if (error.code === first.code) rows.push(error.parameters.row);
      if (rows.length === named || found === most) check();
    },
    check,
  };
}

function isRowFault(error: unknown): error is RowFault {
  return rowFaults.some((code) => isBraidynError(error, code));
}
