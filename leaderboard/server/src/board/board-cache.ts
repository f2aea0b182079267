import type { Clock } from "../clock.ts";
import type { Connection } from "../database/connect.ts";
import { buildBoard, type BoardOptions } from "./build-board.ts";

/** A board as it is sent. */
export interface SentBoard {
  readonly version: string;
  readonly json: Buffer;
}

/** Boards that many readers ask for: built once, and again when something changed. */
export interface BoardCache {
  get(options: Omit<BoardOptions, "now">): Promise<SentBoard>;
  /** Something of a challenge changed; without one, anything may have. */
  changed(challenge?: string): void;
}

interface Kept {
  value: SentBoard | null;
  builtAt: number;
  dirty: boolean;
  building: Promise<SentBoard> | null;
}

/** While results pour in, a board is built so often at most; readers meanwhile get the one before. */
const restMilliseconds = 250;
/** Freezes and phases begin by the clock, without anybody changing anything. */
const maxAgeMilliseconds = 5000;

export function createBoardCache(db: Connection, clock: Clock): BoardCache {
  const kept = new Map<string, Kept>();
  const build = (entry: Kept, options: Omit<BoardOptions, "now">): Promise<SentBoard> => {
    entry.building ??= (async () => {
      entry.dirty = false;
      try {
        const board = await buildBoard(db, { ...options, now: clock.now() });
        entry.value = { version: board.version, json: Buffer.from(JSON.stringify(board)) };
        return entry.value;
      } catch (error) {
        entry.dirty = true;
        throw error;
      } finally {
        entry.builtAt = performance.now();
        entry.building = null;
      }
    })();
    return entry.building;
  };
  return {
    get: async (options) => {
      const key = `${options.challenge} ${options.board} ${options.live}`;
      let entry = kept.get(key);
      if (entry === undefined) {
        entry = { value: null, builtAt: -Infinity, dirty: true, building: null };
        kept.set(key, entry);
        if (kept.size > 200) kept.delete(kept.keys().next().value as string);
      }
      const age = performance.now() - entry.builtAt;
      if (entry.value !== null && (age < restMilliseconds || (!entry.dirty && age < maxAgeMilliseconds))) {
        return entry.value;
      }
      return build(entry, options);
    },
    changed: (challenge) => {
      for (const [key, entry] of kept) {
        if (challenge === undefined || key.startsWith(`${challenge} `)) entry.dirty = true;
      }
    },
  };
}
