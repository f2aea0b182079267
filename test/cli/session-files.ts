import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const fixtures = fileURLToPath(new URL("../fixtures", import.meta.url));
const shared = fileURLToPath(new URL("../../../shared/fixtures", import.meta.url));

/** Every session fixture, a folder each; the larger ones beside the repository where they are. */
export function sessionFixtures(): string[] {
  return [join(fixtures, "nwb"), shared].filter(existsSync).flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".nwb"))
      .sort()
      .map((name) => join(root, name)),
  );
}

/** One ordinary session of a task day. */
export const ordinary = join(fixtures, "nwb", "latest-libver", "VG1GC-48_2023-05-30_task-day2.nwb");
