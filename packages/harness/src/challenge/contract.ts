import type { Session } from "@braidyn/nwb";
import type { ChallengeDefinition } from "./definition.ts";

/** The rows that one session gives. */
export interface Examples {
  readonly count: number;
  /** Shape of one row's input, `[45, 44]`. The same for every session of a challenge. */
  readonly inputShape: readonly number[];
  /** count x inputShape, row by row. */
  readonly input: Float32Array;
  /**
   * `count` values a truth column: 0 or 1 for `binary`, finite for `number`. With several columns, NaN says that the row
   * has no truth in this one and is not scored in it; no row may lack all.
   */
  readonly truth: Readonly<Record<string, Float64Array>>;
  /**
   * A reference prediction for every truth column that declares one: what a model that knows nothing of the input would
   * say. It is kept beside the truth and never given out with test rows.
   */
  readonly reference?: Readonly<Record<string, Float64Array>>;
  /** `count` seconds on the session's clock: each row's time zero. */
  readonly time: Float64Array;
}

/** What `challenge.ts` exports: pure, the same rows for the same session and seed. */
export interface ChallengeModule {
  examples(session: Session, options: { readonly seed: number }): Promise<Examples>;
}

/** What a model may see of some rows. In the test split, subjects and sessions are pseudonyms. */
export interface Rows {
  readonly count: number;
  readonly rowIds: readonly string[];
  readonly inputShape: readonly number[];
  /** count x inputShape, row by row. */
  readonly input: Float32Array;
  /** Subject and session of each row. */
  readonly subjects: readonly string[];
  readonly sessions: readonly string[];
}

/** Rows with their truth: `count` values a column. */
export interface LabelledRows extends Rows {
  readonly truth: Readonly<Record<string, Float64Array>>;
}

/** What a baseline gets: rows to learn from and rows to predict. */
export interface BaselineData {
  readonly definition: ChallengeDefinition;
  readonly train: LabelledRows;
  readonly rows: Rows;
}

/** `rows.count` predictions for every truth column. */
export type BaselinePredictions = Readonly<Record<string, Float64Array>>;

/** A reference solution; deterministic. */
export type Baseline = (data: BaselineData) => Promise<BaselinePredictions> | BaselinePredictions;

/** A challenge's folder, loaded. */
export interface Challenge {
  readonly definition: ChallengeDefinition;
  readonly module: ChallengeModule;
  /**
   * `file:` URL of the module, where it is a file: other processes load it from there, and a build that did not end is
   * gone on with. Its `examples` must be the one above.
   */
  readonly source?: string;
  /** `file:` URL of a module that other processes import before `source`, which could not find its packages without. */
  readonly prelude?: string;
  /** From the plainest to the strongest. */
  readonly baselines: Readonly<Record<string, Baseline>>;
}
