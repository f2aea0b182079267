import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { KitFiles } from "./kit-files.ts";

/** Writes a kit's files into a folder, which is made. */
export async function writeKit(folder: string, files: KitFiles): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text, { flag: "wx" });
  }
}
