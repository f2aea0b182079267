import { builtin } from "../builtin.ts";
import { mostPackBytes } from "./pack.ts";
import type { PackStore } from "./pack-store.ts";

/** Packs of some hundred sessions. */
const mostFolderBytes = 256 * 1024 * 1024;
const ending = ".pack";

/** `BRAIDYN_CACHE`, else the user's cache folder as XDG says. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const { join } = builtin("node:path");
  const own = environment["BRAIDYN_CACHE"];
  if (own) return join(own, "packs");
  return join(
    environment["XDG_CACHE_HOME"] || join(builtin("node:os").homedir(), ".cache"),
    "braidyn",
    "packs",
  );
}

/** Keeps packs in a folder, the least recently used dropped where they become too many. */
export function folderPacks(folder: string = cacheFolder()): PackStore {
  const { createHash, randomUUID } = builtin("node:crypto");
  const fs = builtin("node:fs");
  const { readFile, stat } = builtin("node:fs/promises");
  const { join } = builtin("node:path");
  const fileOf = (key: string) => join(folder, createHash("sha256").update(key).digest("hex") + ending);
  return {
    async load(key) {
      const file = fileOf(key);
      try {
        if ((await stat(file)).size > mostPackBytes) return null;
        const bytes = await readFile(file);
        fs.utimesSync(file, new Date(), new Date());
        return bytes;
      } catch {
        return null;
      }
    },
    // At once: it happens when a session is closed, and many programs end right after.
    save(key, pack) {
      const draft = join(folder, `${randomUUID()}.draft`);
      try {
        fs.mkdirSync(folder, { recursive: true });
        fs.writeFileSync(draft, pack, { flag: "wx" });
        fs.renameSync(draft, fileOf(key));
        makeRoom(folder);
      } catch {
        fs.rmSync(draft, { force: true });
      }
    },
  };
}

/** Drops what was used longest ago, and drafts of programs that were killed. */
function makeRoom(folder: string): void {
  const { readdirSync, rmSync, statSync } = builtin("node:fs");
  const { join } = builtin("node:path");
  const hourAgo = Date.now() - 3_600_000;
  const files = readdirSync(folder).map((name) => {
    const file = join(folder, name);
    const { size, mtimeMs } = statSync(file);
    return { file, size, mtimeMs, isPack: name.endsWith(ending), isDraft: name.endsWith(".draft") };
  });
  for (const { file } of files.filter(({ isDraft, mtimeMs }) => isDraft && mtimeMs < hourAgo)) rmSync(file);
  let room = mostFolderBytes;
  for (const { file, size } of files.filter(({ isPack }) => isPack).sort((a, b) => b.mtimeMs - a.mtimeMs)) {
    room -= size;
    if (room < 0) rmSync(file);
  }
}
