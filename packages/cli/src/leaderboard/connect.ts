import { BraidynError, commandTexts } from "@braidyn/core";
import type { Client } from "@braidyn/leaderboard/client";
import { readFile } from "node:fs/promises";
import { locate } from "../locate.ts";
import type { SayText, Shell } from "../shell.ts";
import { keptToken } from "./kept-tokens.ts";

export function serverOption(text: SayText) {
  return { type: "string", requiresArg: true, describe: text(commandTexts.serverOption) } as const;
}

export function serverChallengeOption(text: SayText) {
  return { type: "string", requiresArg: true, describe: text(commandTexts.serverChallengeOption) } as const;
}

export function tokenFileOption(text: SayText) {
  return { type: "string", requiresArg: true, describe: text(commandTexts.teamTokenOption) } as const;
}

/** The server that is meant. @throws BraidynError `COMMAND_OPTION`. */
export function serverAddress(given: string | undefined, { context }: Shell): string {
  const address = given ?? context.env["BRAIDYN_SERVER"];
  const url = address === undefined ? null : URL.parse(address);
  if (url !== null && /^https?:$/.test(url.protocol))
    return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
  throw new BraidynError("COMMAND_OPTION", {
    ...{ option: "--server", found: address ?? "-", expected: "https://board.example.org" },
  });
}

/** A client of the server, with the team's token where there is one. */
export async function connect(
  { server, tokenFile }: { server: string | undefined; tokenFile?: string | undefined },
  shell: Shell,
): Promise<Client> {
  const { createClient } = await import("@braidyn/leaderboard/client");
  const url = serverAddress(server, shell);
  const read = tokenFile === undefined ? null : await readFile(locate(shell.context, tokenFile), "utf8");
  const token = read?.trim() ?? shell.context.env["BRAIDYN_TOKEN"] ?? (await keptToken(url, shell));
  return createClient({ url, token: token || undefined, language: shell.language });
}

/** The challenge that is meant: the one that is named, or the server's only one. @throws BraidynError `LEADERBOARD_CHALLENGE`. */
export async function chosenChallenge(client: Client, given: string | undefined): Promise<string> {
  if (given !== undefined) return given;
  const { challenges } = await client.call("listChallenges", {});
  const [only] = challenges;
  if (only !== undefined && challenges.length === 1) return only.id;
  throw new BraidynError("LEADERBOARD_CHALLENGE", {
    known: challenges.map(({ id }) => id).join(", ") || "-",
  });
}
