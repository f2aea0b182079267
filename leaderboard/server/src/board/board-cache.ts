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
  /** A score came to a challenge; without one, to any. */
  changed(challenge?: string): void;
  /** What organizers do (freeze, reveal) is seen by the very next reader. */
  forget(challenge?: string): void;
}

interface Kept {
  value: SentBoard | null;
  builtAt: number;
  /** How long the last building took, milliseconds. */
  took: number;
  dirty: boolean;
  building: Promise<SentBoard> | null;
}

/** While results pour in, building takes a seventh of the time at most; readers meanwhile get the board before. */
const restPerBuilding = 6;
/** Freezes and phases begin by the clock, without anybody changing anything. */
const maxAgeMilliseconds = 5000;

function isOf(challenge: string | undefined, key: string): boolean {
  return challenge === undefined || key.startsWith(`${challenge} `);
}

export function createBoardCache(db: Connection, clock: Clock): BoardCache {
  const kept = new Map<string, Kept>();
  const build = (entry: Kept, options: Omit<BoardOptions, "now">): Promise<SentBoard> => {
    entry.building ??= (async () => {
      entry.dirty = false;
      const start = performance.now();
      try {
        const board = await buildBoard(db, { ...options, now: clock.now() });
        entry.value = { version: board.version, json: Buffer.from(JSON.stringify(board)) };
        return entry.value;
      } catch (error) {
        entry.dirty = true;
        throw error;
      } finally {
        entry.builtAt = performance.now();
        entry.took = entry.builtAt - start;
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
        entry = { value: null, builtAt: -Infinity, took: 0, dirty: true, building: null };
        kept.set(key, entry);
        if (kept.size > 200) kept.delete(kept.keys().next().value as string);
      }
      const age = performance.now() - entry.builtAt;
      if (
        entry.value !== null &&
        (age < restPerBuilding * entry.took || (!entry.dirty && age < maxAgeMilliseconds))
      ) {
        return entry.value;
      }
      return build(entry, options);
    },
    changed: (challenge) => {
      for (const [key, entry] of kept) {
        if (isOf(challenge, key)) entry.dirty = true;
      }
    },
    forget: (challenge) => {
      for (const key of kept.keys()) if (isOf(challenge, key)) kept.delete(key);
    },
  };
}
