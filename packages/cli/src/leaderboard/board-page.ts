import type { Board } from "@braidyn/leaderboard/api";
import type { Client } from "@braidyn/leaderboard/client";
import type { Shell } from "../shell.ts";

/** A server's board as one HTML file, with times in this machine's zone. @throws BraidynError what the server answers. */
export async function boardPage(client: Client, board: Board, { language }: Shell): Promise<string> {
  const { boardHtml } = await import("@braidyn/leaderboard-web");
  const params = { challenge: board.challenge };
  const { title } = await client.call("getChallenge", { params });
  const { teams: progress } = await client.call("getProgress", { params });
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return boardHtml({ board, title, language, at: new Date().toISOString(), timeZone, progress });
}
