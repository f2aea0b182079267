/** Where metadata packs are kept. A store that fails is as good as an empty one: packs only save time. */
export interface PackStore {
  /** The pack under `key`, unchecked; null where there is none. */
  load(key: string): Promise<Uint8Array | null>;
  /** Keeps a pack whole or not at all. */
  save(key: string, pack: Uint8Array): void | Promise<void>;
}

/** `false`: no packs. A text: in that folder (Node). By default in the user's cache folder, or in the browser. */
export type PackChoice = false | string | PackStore;

/** The store that was chosen; null for none. */
export async function packStore(choice: PackChoice | undefined): Promise<PackStore | null> {
  if (choice === false) return null;
  if (typeof choice === "object") return choice;
  if (globalThis.process?.versions?.node !== undefined) {
    const { folderPacks } = await import("./folder-packs.ts");
    return folderPacks(choice);
  }
  const { browserPacks } = await import("./browser-packs.ts");
  return browserPacks();
}
