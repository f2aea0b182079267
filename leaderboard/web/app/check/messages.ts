import type { Language } from "@braidyn/core";

/** What the page asks its worker to look at. */
export interface CheckRequest {
  readonly file: File;
  /** Whether the file is predictions, which are read; of others only the digest is computed. */
  readonly predictions: boolean;
  readonly columns: readonly string[];
  /** Where the row ids of each split that may be predicted are, with the digest that the file there must have. */
  readonly rows: readonly RowSource[];
}

export interface RowSource {
  readonly split: "test" | "validation";
  readonly address: string;
  readonly sha256: string;
}

export interface Finding {
  readonly code: string;
  readonly texts: Readonly<Record<Language, { readonly message: string; readonly hint: string }>>;
}

/** What the worker says: how far it is, and in the end one of the others. */
export type CheckAnswer =
  | { readonly kind: "progress"; readonly fraction: number }
  | {
      readonly kind: "good";
      readonly sha256: string;
      readonly rows: Readonly<Partial<Record<RowSource["split"], number>>>;
    }
  | { readonly kind: "bad"; readonly finding: Finding }
  /** The check itself failed; nothing is known of the file but, perhaps, its digest. */
  | { readonly kind: "unknown"; readonly sha256: string | null };
