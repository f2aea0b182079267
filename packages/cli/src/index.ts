/**
 * The `braidyn` command as a function.
 *
 * ```ts
 * import { run } from "@braidyn/cli";
 *
 * const exitCode = await run(["sessions", "data", "--json"]);
 * ```
 */
export type { Context, OutputStream } from "./context.ts";
export { run } from "./run.ts";
