import { isAbsolute, join } from "node:path";
import type { Context } from "./context.ts";

/** A path given on the command line, as the file system needs it; as it was typed where that is the same. */
export function locate({ cwd }: Pick<Context, "cwd">, path: string): string {
  return isAbsolute(path) || cwd === "." ? path : join(cwd, path);
}
