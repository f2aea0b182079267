import type { Submission } from "./submission-yaml.ts";

/** A folder's files by their paths, written with `/`. */
export type EntryFiles = ReadonlyMap<string, Uint8Array>;

/** Where an entry comes from: a file or folder of this machine, or a file that was uploaded. */
export type EntrySource = { readonly path: string } | { readonly name: string; readonly bytes: Uint8Array };

/** Predictions are read when they are scored: they can be larger than memory. */
export interface PredictionsEntry {
  readonly kind: "predictions";
  readonly source: EntrySource;
}

/** A trained model that the harness runs itself. */
export interface ModelEntry {
  readonly kind: "model";
  /** SHA-256 of the model. */
  readonly digest: string;
  readonly model: Uint8Array;
}

/** Programs of the team. */
export interface CodeEntry {
  readonly kind: "code";
  /** SHA-256 over the names and bytes of all files: a folder and the `.zip` of it have the same. */
  readonly digest: string;
  readonly files: EntryFiles;
  readonly submission: Submission;
}

/** What a team submits, checked as far as it can be without running it. */
export type Entry = PredictionsEntry | ModelEntry | CodeEntry;

/** How much an entry may hold; the challenge's `limits`. */
export interface EntryLimits {
  readonly max_bytes: number;
  readonly max_files: number;
}

/** Where no challenge says otherwise. */
export const defaultLimits: EntryLimits = { max_bytes: 100_000_000, max_files: 200 };
