import type { LiveEvent } from "../api.ts";
import type { BoardCache } from "../board/board-cache.ts";
import { eventChannel } from "../database/notify.ts";
import { keepHouse } from "../housekeeping.ts";
import type { Platform } from "../platform.ts";
import { reconcile } from "../queue/reconcile.ts";
import type { EventHub } from "./event-hub.ts";

const tickMilliseconds = 5000;
const houseMilliseconds = 3600_000;

/** Passes on what changes, and looks now and then whether something was lost. @returns how to end it. */
export function followEvents(platform: Platform, boards: BoardCache, events: EventHub): () => Promise<void> {
  const { db, log } = platform;
  const told = new Map<string, string>();
  const pending = new Map<string, NodeJS.Timeout>();
  /** A board event is sent when the public board is another one: while it is frozen, nothing tells that scores come in. */
  const tellBoard = async (challenge: string): Promise<void> => {
    pending.delete(challenge);
    const { version } = await boards.get({ challenge, board: "public", live: false });
    if (told.get(challenge) === version) return;
    told.set(challenge, version);
    events.send({ event: "board", challenge, version });
  };
  const soon = (challenge: string): void => {
    if (pending.has(challenge)) return;
    pending.set(
      challenge,
      setTimeout(() => void tellBoard(challenge).catch(() => {}), 300),
    );
  };
  const listening = platform.database.listen(eventChannel, (payload) => {
    if (payload === "") return boards.forget(); // some may have been missed
    const event = JSON.parse(payload) as LiveEvent;
    if (event.event === "board") boards.changed(event.challenge);
    if (event.event === "challenge") boards.forget(event.challenge);
    if (event.event === "board" || event.event === "challenge") soon(event.challenge);
    if (event.event !== "board") events.send(event);
  });
  const quietly = (work: Promise<unknown>): void =>
    void work.catch((error: unknown) => log.debug({ reason: String(error) }, "tick"));
  const tick = setInterval(() => {
    quietly(reconcile(platform));
    if (events.size === 0) return;
    quietly(
      db
        .selectFrom("challenges")
        .select("id")
        .execute()
        .then((found) => found.forEach(({ id }) => soon(id))),
    );
  }, tickMilliseconds);
  const house = setInterval(() => quietly(keepHouse(platform)), houseMilliseconds);
  return async () => {
    clearInterval(tick);
    clearInterval(house);
    for (const timer of pending.values()) clearTimeout(timer);
    await listening.close();
  };
}
