import { closeSync, mkdirSync, openSync, statSync } from "node:fs";
import { join } from "node:path";
import { everyoneGetsTo } from "../workspace/everyone.ts";
import type { Bind } from "./arguments.ts";

/**
 * Those of `paths` that a user who is neither owner nor in any group cannot get to, such as Pythons below /root, each with an
 * empty file or folder in `folder` over which it can be mounted.
 */
export function unreachable(paths: readonly string[], folder: string): Bind[] {
  return paths
    .filter((path) => !everyoneGetsTo(path))
    .map((source, i) => makeTarget(source, join(folder, `r${i}`)));
}

function makeTarget(source: string, target: string): Bind {
  if (statSync(source).isDirectory()) mkdirSync(target, { recursive: true });
  else closeSync(openSync(target, "a"));
  return { source, target };
}
