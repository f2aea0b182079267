import { commandTexts } from "@braidyn/core";
import type { AddedBundle, LeaderboardServer } from "@braidyn/leaderboard";
import { defineCommand } from "../command.ts";
import { putBaselines } from "../leaderboard/put-baselines.ts";
import { makeDemo } from "../leaderboard/make-demo.ts";
import { logLevels } from "../leaderboard/log-levels.ts";
import { untilInterrupted } from "../leaderboard/until-interrupted.ts";
import { locate } from "../locate.ts";
import { numberOption } from "../number-option.ts";
import type { Shell } from "../shell.ts";

export const serveCommand = defineCommand({
  usage: "serve [folder]",
  summary: commandTexts.serveSummary,
  examples: [
    "serve --demo",
    "serve event --bundle lever-pull --host 0.0.0.0 --public-url http://192.168.1.10:8080",
  ],
  build: (yargs, text) =>
    yargs
      .positional("folder", {
        type: "string",
        default: "braidyn-leaderboard",
        describe: text(commandTexts.serveFolderArgument),
      })
      .option("bundle", {
        type: "string",
        array: true,
        requiresArg: true,
        default: [] as string[],
        describe: text(commandTexts.serveBundleOption),
      })
      .option("host", {
        type: "string",
        requiresArg: true,
        default: "127.0.0.1",
        describe: text(commandTexts.serveHostOption),
      })
      .option("port", { type: "number", default: 8080, describe: text(commandTexts.servePortOption) })
      .option("public-url", {
        type: "string",
        requiresArg: true,
        describe: text(commandTexts.servePublicUrlOption),
      })
      .option("trust-proxy", {
        type: "boolean",
        default: false,
        describe: text(commandTexts.serveTrustProxyOption),
      })
      .option("workers", { type: "number", default: 1, describe: text(commandTexts.serveWorkersOption) })
      .option("baselines", {
        type: "boolean",
        default: true,
        describe: text(commandTexts.serveBaselinesOption),
      })
      .option("demo", { type: "boolean", default: false, describe: text(commandTexts.serveDemoOption) })
      .option("new-token", {
        type: "boolean",
        default: false,
        describe: text(commandTexts.serveNewTokenOption),
      })
      .option("log-level", { choices: logLevels, describe: text(commandTexts.serveLogOption) }),
  run: async ({ folder, bundle, host, port, workers, baselines, demo, ...rest }, shell) => {
    numberOption("--port", port, { low: 0, high: 65_535, whole: true });
    numberOption("--workers", workers, { low: 0, high: 64, whole: true });
    const { context } = shell;
    const [{ createLog, serve }, { webFiles }] = await Promise.all([
      import("@braidyn/leaderboard"),
      import("@braidyn/leaderboard-web"),
    ]);
    const level = rest["log-level"] ?? (context.stderr.isTTY === true ? "warn" : "info");
    const databaseUrl = context.env["DATABASE_URL"] || undefined;
    return context.interruption.attended(async () => {
      const server = await serve({
        folder: locate(context, folder),
        bundles: bundle.map((path) => locate(context, path)),
        ...{ databaseUrl, host, port, workers, log: createLog(level, context.stderr) },
        web: await webFiles(),
        ...{ publicUrl: rest["public-url"], trustProxy: rest["trust-proxy"], newToken: rest["new-token"] },
      });
      const abort = new AbortController();
      try {
        await tell(server, demo, shell);
        const added = demo ? [...server.bundles, await makeDemo(server, shell)] : server.bundles;
        const sources = added.map((one, i) => ({ folder: locate(context, bundle[i] ?? ""), ...one }));
        const training = baselines ? putBaselines(server, sources, shell, abort.signal) : Promise.resolve();
        await untilInterrupted(shell);
        await shell.note(shell.text(commandTexts.serveStops));
        abort.abort();
        await training;
      } finally {
        await server.stop();
      }
      return 0;
    });
  },
});

async function tell(server: LeaderboardServer, demo: boolean, shell: Shell): Promise<void> {
  const { url, organizerToken, bundles } = server;
  if (shell.json) return shell.printJson({ url, organizerToken, bundles, pid: process.pid });
  const { text } = shell;
  await shell.print(text(commandTexts.serveReady, { url }));
  if (organizerToken !== null) await shell.print(text(commandTexts.serveToken, { token: organizerToken }));
  for (const bundle of bundles) await shell.print(bundleLine(bundle, shell));
  const known = await server.platform.db.selectFrom("challenges").select("id").execute();
  if (known.length === 0 && !demo) await shell.print(text(commandTexts.serveNothing));
}

function bundleLine({ challenge, digest, state }: AddedBundle, { text }: Shell): string {
  if (state === "new") return text(commandTexts.serveBundleNew, { challenge });
  if (state === "known") return text(commandTexts.serveBundleKnown, { challenge });
  return text(commandTexts.serveBundleWaiting, { challenge, digest: digest.slice(0, 12) });
}
