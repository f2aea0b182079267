import type { StoredAttribute, StoredDataset } from "./stored-file.ts";

/** What a name in a copied group leads to. */
export type CopiedLink =
  { readonly kind: "object"; readonly address: number } | { readonly kind: "soft"; readonly path: string };

/** An object of the copy; addresses are those of the source and stand for the objects. */
export interface CopiedObject {
  readonly address: number;
  readonly attributes: readonly StoredAttribute[];
  /** Null for what is no group. */
  readonly members: ReadonlyMap<string, CopiedLink> | null;
  readonly dataset: StoredDataset | null;
}

/** What a copy will hold. Everything that its links and references lead to is in it. */
export interface CopiedTree {
  /** The root comes first. */
  readonly objects: readonly CopiedObject[];
}
