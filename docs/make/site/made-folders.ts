/** Folders of pages that are made, in docs/ and docs/ja/; git does not keep them. */
export const madeFolders = ["api", "reference", "catalogue", "lessons", "kits"] as const;
