import { baselineTeam } from "../accounts/teams.ts";
import type { Platform } from "../platform.ts";
import { accept } from "../submissions/accept.ts";
import { arrivalOf } from "../submissions/arrival.ts";
import { receive } from "../submissions/receive.ts";
import { openChallenge } from "./open.ts";

/**
 * Puts a baseline's predictions on the boards of its challenge; under the same name again, they replace those before.
 *
 * @returns the submission's id. @throws BraidynError `LEADERBOARD_NAME`, `LEADERBOARD_NOT_FOUND`, `LEADERBOARD_UPLOAD_*`.
 */
export async function putBaseline(
  platform: Platform,
  { challenge, name, bytes }: { challenge: string; name: string; bytes: AsyncIterable<Uint8Array> },
): Promise<string> {
  const { db, store, clock } = platform;
  const { definition } = await openChallenge(db, challenge);
  const now = clock.now();
  const received = await receive(bytes, { db, store, now, maxBytes: definition.limits.max_bytes });
  const team = await baselineTeam(db, { challenge, name, now });
  const of = { challenge, team: team.id, kind: "predictions" as const, fileName: team.name, unlimited: true };
  return (await accept(platform, arrivalOf(platform, received, of))).id;
}
