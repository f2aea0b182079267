import { createHash } from "node:crypto";
import { utimesSync } from "node:fs";
import { createRandom } from "@braidyn/harness";
import type { BundleEditor } from "./bundle-editor.ts";

/** Something put into a bundle, and what must be found of it. */
export interface Planted {
  readonly what: string;
  readonly code: string;
  readonly plant: (bundle: BundleEditor) => void;
}

const testRows = "public/test/rows.parquet";
const truth = "private/truth.parquet";
const random = createRandom("planted");

/** Puts the test rows, wherever they stand, into another order. */
function reorder(bundle: BundleEditor, orderOf: (rows: Record<string, unknown>[]) => number[]): void {
  const [rows, hidden] = [bundle.table(testRows), bundle.table(truth)];
  const order = orderOf(hidden);
  const { data, shape } = bundle.input("test");
  const size = data.length / rows.length;
  const moved = new Float32Array(data.length);
  order.forEach((from, to) => moved.set(data.subarray(from * size, (from + 1) * size), to * size));
  bundle.setInput("test", moved, shape);
  bundle.setTable(
    testRows,
    order.map((from) => rows[from] ?? {}),
  );
  bundle.setTable(
    truth,
    order.map((from) => hidden[from] ?? {}),
  );
}

/** Gives test rows other values in a column that both halves have. */
function rename(
  bundle: BundleEditor,
  column: string,
  nameOf: (hidden: Record<string, unknown>, row: number) => string,
): void {
  const [rows, hidden] = [bundle.table(testRows), bundle.table(truth)];
  const names = hidden.map(nameOf);
  bundle.setTable(
    testRows,
    rows.map((row, i) => ({ ...row, [column]: names[i] })),
  );
  bundle.setTable(
    truth,
    hidden.map((row, i) => ({ ...row, [column]: names[i] })),
  );
}

/** Changes the input of a split row by row. */
function changeRows(
  bundle: BundleEditor,
  splits: readonly string[],
  change: (row: Float32Array, hidden: Record<string, unknown>, i: number) => void,
): void {
  for (const split of splits) {
    const { data, shape } = bundle.input(split);
    const rows = bundle.table(split === "test" ? truth : `public/${split}/rows.parquet`);
    const size = data.length / rows.length;
    rows.forEach((hidden, i) => change(data.subarray(i * size, (i + 1) * size), hidden, i));
    bundle.setInput(split, data, shape);
  }
}

/** Copies of train rows into the first test rows. */
function copyRows(bundle: BundleEditor, count: number, change: (row: Float32Array) => Float32Array): void {
  const [train, test] = [bundle.input("train"), bundle.input("test")];
  const size = train.data.length / (train.shape[0] ?? 1);
  for (let i = 0; i < count; i++) test.data.set(change(train.data.slice(i * size, (i + 1) * size)), i * size);
  bundle.setInput("test", test.data, test.shape);
}

/** Scales columns by statistics of all splits together. */
function scaleTogether(
  bundle: BundleEditor,
  splits: readonly string[],
  by: (values: number[]) => [shift: number, scale: number],
): void {
  const inputs = splits.map((split) => ({ split, ...bundle.input(split) }));
  const size = (inputs[0]?.shape ?? []).slice(1).reduce((product, each) => product * each, 1);
  for (let column = 0; column < size; column++) {
    const values = inputs.flatMap(({ data, shape }) =>
      Array.from({ length: shape[0] ?? 0 }, (_, row) => data[row * size + column] ?? 0),
    );
    const [shift, scale] = by(values);
    for (const { data } of inputs)
      for (let i = column; i < data.length; i += size) data[i] = ((data[i] ?? 0) - shift) / scale;
  }
  for (const { split, data, shape } of inputs) bundle.setInput(split, data, shape);
}

function meanAndDeviation(values: number[]): [number, number] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return [mean, Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)];
}

const all = ["train", "validation", "test"];
const label = (hidden: Record<string, unknown>): number => hidden["lever"] as number;
const times = (hidden: Record<string, unknown>): number => hidden["time"] as number;
const first = (bundle: BundleEditor) => bundle.table("public/train/rows.parquet")[0] ?? {};

export const planted: readonly Planted[] = [
  {
    what: "a mouse that is in train and in test",
    code: "LEAK_SHARED",
    plant: (bundle) => {
      const { subject } = first(bundle);
      const hidden = bundle.table(truth);
      const [some] = hidden.map((row) => row["subject_name"]);
      bundle.setTable(
        truth,
        hidden.map((row) => (row["subject_name"] === some ? { ...row, subject_name: subject } : row)),
      );
    },
  },
  {
    what: "a session of which a part is in test",
    code: "LEAK_PURGE",
    plant: (bundle) => {
      const { subject, session, date, day, time } = first(bundle);
      const hidden = bundle.table(truth);
      const [one = {}, ...rest] = hidden;
      const moved = {
        ...one,
        subject_name: subject,
        session_name: session,
        date,
        day,
        time: (time as number) + 0.7,
      };
      bundle.setTable(truth, [moved, ...rest]);
    },
  },
  {
    what: "train rows among the test rows",
    code: "LEAK_DUPLICATE",
    plant: (bundle) => copyRows(bundle, 3, (row) => row),
  },
  {
    what: "train windows moved by five frames among the test rows",
    code: "LEAK_OVERLAP",
    plant: (bundle) =>
      copyRows(bundle, 3, (row) => Float32Array.from(row, (_, i) => row[i + 5 * 44] ?? (i % 7) * 1e-3)),
  },
  {
    what: "train rows with noise and another scale among the test rows",
    code: "LEAK_NEAR_DUPLICATE",
    plant: (bundle) =>
      copyRows(bundle, 3, (row) =>
        row.map((value) => 1.7 * value * (1 + 0.02 * (random.uniform() - 0.5)) + 0.01),
      ),
  },
  {
    what: "standardised columns, all splits together",
    code: "LEAK_NORMALISED",
    plant: (bundle) => scaleTogether(bundle, all, meanAndDeviation),
  },
  {
    what: "test columns scaled to 0..1 among themselves",
    code: "LEAK_NORMALISED",
    plant: (bundle) =>
      scaleTogether(bundle, ["test"], (values) => [
        Math.min(...values),
        Math.max(...values) - Math.min(...values),
      ]),
  },
  {
    what: "test rows sorted by truth",
    code: "LEAK_ROW_ORDER",
    plant: (bundle) =>
      reorder(bundle, (rows) => [...rows.keys()].sort((a, b) => label(rows[a] ?? {}) - label(rows[b] ?? {}))),
  },
  {
    what: "test rows in turn of one class and the other",
    code: "LEAK_ROW_ORDER",
    plant: (bundle) =>
      reorder(bundle, (rows) => {
        const [zeros, ones] = [0, 1].map((side) =>
          [...rows.keys()].filter((row) => label(rows[row] ?? {}) === side),
        );
        return [...rows.keys()].map(
          (i) => (i % 2 === 0 ? (zeros?.shift() ?? ones?.shift()) : (ones?.shift() ?? zeros?.shift())) ?? 0,
        );
      }),
  },
  {
    what: "test rows in the order of their time",
    code: "LEAK_ROW_ORDER",
    plant: (bundle) =>
      reorder(bundle, (rows) => [...rows.keys()].sort((a, b) => times(rows[a] ?? {}) - times(rows[b] ?? {}))),
  },
  {
    what: "row ids that end even for one class and odd for the other",
    code: "LEAK_ROW_ID",
    plant: (bundle) =>
      rename(
        bundle,
        "row_id",
        (hidden) => `${String(hidden["row_id"]).slice(0, -1)}${2 * random.integer(5) + label(hidden)}`,
      ),
  },
  {
    what: "row ids that count up with time",
    code: "LEAK_ROW_ID",
    plant: (bundle) => {
      const hidden = bundle.table(truth);
      const order = [...hidden.keys()].sort((a, b) => times(hidden[a] ?? {}) - times(hidden[b] ?? {}));
      const place = new Map(order.map((row, i) => [row, i]));
      rename(bundle, "row_id", (_, row) => `r${String(place.get(row) ?? 0).padStart(6, "0")}`);
    },
  },
  {
    what: "subject pseudonyms that are plain hashes of names",
    code: "LEAK_PSEUDONYM_HASH",
    plant: (bundle) =>
      rename(bundle, "subject", ({ subject_name: name }) => {
        return `subject-${createHash("sha256").update(String(name)).digest("hex").slice(0, 12)}`;
      }),
  },
  {
    what: "session pseudonyms numbered in the order of sessions",
    code: "LEAK_PSEUDONYM_ORDER",
    plant: (bundle) => {
      const names = [...new Set(bundle.table(truth).map((row) => String(row["session_name"])))].sort();
      rename(bundle, "session", ({ session_name: name }) => `session-${names.indexOf(String(name)) + 1}`);
    },
  },
  {
    what: "the day in the test table",
    code: "LEAK_COLUMN",
    plant: (bundle) => {
      const hidden = bundle.table(truth);
      bundle.setTable(
        testRows,
        bundle.table(testRows).map((row, i) => ({ ...row, day: Number(hidden[i]?.["day"]) })),
      );
    },
  },
  {
    what: "a file that no manifest lists",
    code: "LEAK_FILE_UNLISTED",
    plant: (bundle) =>
      bundle.write("public/test/.cache", Buffer.from(bundle.table(truth).map(label).join(""))),
  },
  {
    what: "truth in the blanks of an array's header",
    code: "LEAK_FILE_BYTES",
    plant: (bundle) => {
      const bytes = bundle.bytes("public/test/input.npy");
      const end = bytes.indexOf("\n", 10);
      for (let i = 0; i < 6; i++) if (bytes[end - 1 - i] === 0x20 && i % 2 === 0) bytes[end - 1 - i] = 0x09;
      bundle.write("public/test/input.npy", bytes);
    },
  },
  {
    what: "truth in a table's metadata",
    code: "LEAK_FILE_BYTES",
    plant: (bundle) => {
      const value = bundle.table(truth).map(label).join("");
      bundle.setTable(testRows, bundle.table(testRows), [{ key: "pandas", value }]);
    },
  },
  {
    what: "a test mouse's name in the definition",
    code: "LEAK_NAME",
    plant: (bundle) => {
      const definition = bundle.json("public/challenge.json") as { split: object };
      const name = bundle.table(truth)[0]?.["subject_name"];
      bundle.setJson("public/challenge.json", {
        ...definition,
        split: { ...definition.split, public: [name] },
      });
    },
  },
  {
    what: "a test session's name in base64 among the pseudonyms",
    code: "LEAK_NAME",
    plant: (bundle) =>
      rename(
        bundle,
        "session",
        ({ session_name: name }) => `s-${Buffer.from(`id:${String(name)}`).toString("base64")}`,
      ),
  },
  {
    what: "a file's time being the day of a test session",
    code: "LEAK_TIME_STAMP",
    plant: (bundle) => {
      const time = new Date(`${String(bundle.table(truth)[0]?.["date"])}T12:00:00Z`);
      utimesSync(bundle.path("public/test/input.npy"), time, time);
    },
  },
  {
    what: "the truth, noisy, in one input value",
    code: "LEAK_FEATURE",
    plant: (bundle) =>
      changeRows(
        bundle,
        all,
        (row, hidden) => (row[20 * 44 + 7] = label(hidden) + 0.5 * (random.uniform() - 0.5)),
      ),
  },
  {
    what: "the truth in the last bits of the numbers",
    code: "LEAK_FINGERPRINT",
    plant: (bundle) =>
      changeRows(bundle, all, (row, hidden) => {
        const bits = new Uint32Array(row.buffer, row.byteOffset, row.length);
        bits[0] = ((bits[0] ?? 0) & ~1) | label(hidden);
      }),
  },
  {
    what: "samples missing where nothing happened",
    code: "LEAK_FINGERPRINT",
    plant: (bundle) =>
      changeRows(
        bundle,
        all,
        (row, hidden, i) => void (label(hidden) === 0 && i % 3 > 0 && row.fill(NaN, 40, 44)),
      ),
  },
  {
    what: "the day in one input value",
    code: "LEAK_CONSTANT",
    plant: (bundle) =>
      changeRows(
        bundle,
        all,
        (row, { session, session_name: name }) => (row[5] = dayOf(name ?? session) / 20),
      ),
  },
  {
    what: "the day in one input value, under noise",
    code: "LEAK_CARRIED",
    plant: (bundle) =>
      changeRows(
        bundle,
        all,
        (row, { session, session_name: name }) => (row[5] = dayOf(name ?? session) + 0.01 * random.uniform()),
      ),
  },
];

function dayOf(session: unknown): number {
  return Number(/day(\d+)$/.exec(String(session))?.[1] ?? 0);
}
