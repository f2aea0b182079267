import type { PackStore } from "./pack-store.ts";

/** Most packs that are kept; one takes about a megabyte. */
const mostPacks = 64;
const storeName = "packs";

/** What is used of IndexedDB, whose types only browsers' libraries have. */
interface Request<T> {
  result: T;
  error: unknown;
  onsuccess: (() => void) | null;
  onerror: (() => void) | null;
}
interface ObjectStore {
  get(key: string): Request<unknown>;
  put(value: unknown, key: string): Request<unknown>;
  getAllKeys(): Request<string[]>;
  delete(key: string): Request<unknown>;
}
interface Database {
  createObjectStore(name: string): unknown;
  transaction(name: string, mode: "readonly" | "readwrite"): { objectStore(name: string): ObjectStore };
}
interface Factory {
  open(name: string, version: number): Request<Database> & { onupgradeneeded: (() => void) | null };
}

/** Keeps packs in the browser's IndexedDB; null where there is none. */
export function browserPacks(): PackStore | null {
  const { indexedDB } = globalThis as { indexedDB?: Factory };
  if (indexedDB === undefined) return null;
  const database = () => {
    const opening = indexedDB.open("braidyn", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(storeName);
    return finished(opening);
  };
  const packs = async (mode: "readonly" | "readwrite") =>
    (await database()).transaction(storeName, mode).objectStore(storeName);
  return {
    async load(key) {
      try {
        const found = await finished((await packs("readonly")).get(key));
        return found instanceof Uint8Array ? found : null;
      } catch {
        return null;
      }
    },
    async save(key, pack) {
      try {
        const store = await packs("readwrite");
        await finished(store.put(pack, key));
        const keys = await finished(store.getAllKeys());
        const others = keys.filter((each) => each !== key);
        await Promise.all(
          others.slice(0, Math.max(0, keys.length - mostPacks)).map((each) => finished(store.delete(each))),
        );
      } catch {
        // private windows and full disks keep nothing
      }
    },
  };
}

function finished<T>(request: Request<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error as Error);
  });
}
