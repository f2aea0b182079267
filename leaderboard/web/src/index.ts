/**
 * The leaderboard's page for the server that hands it out, and boards as single files.
 *
 * ```ts
 * import { webFiles } from "@braidyn/leaderboard-web";
 *
 * const files = await webFiles();
 * files.get("/index.html")?.bytes;
 * ```
 */
export { webFiles, type WebFile, type WebFiles } from "./web-files.ts";
export { webPolicy } from "./web-policy.ts";
