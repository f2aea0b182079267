/**
 * The leaderboard's page for the server that hands it out, and boards as single files.
 *
 * ```ts
 * import { serve } from "@braidyn/leaderboard";
 * import { webFiles } from "@braidyn/leaderboard-web";
 *
 * const server = await serve({ folder: "event", web: await webFiles() });
 * ```
 */
export { webFiles, type WebFile, type WebFiles } from "./web-files.ts";
export { webPolicy } from "./web-policy.ts";
export { boardHtml, type BoardHtmlOptions } from "./export/board-html.ts";
