import type { ServerResponse } from "node:http";

/** What can go wrong with an answer. */
export const faultKinds = ["500", "429", "reset", "truncated", "stalled"] as const;
export type FaultKind = (typeof faultKinds)[number];

/** How the server misbehaves; everything may be changed while it runs. */
export interface Behaviour {
  /** Waits so long before the head of every answer. */
  latencyMs: number;
  /** Of one answer; 0 is as fast as it goes. */
  bytesPerSecond: number;
  /** Share of the answers that go wrong, by kind. */
  faults: Partial<Record<FaultKind, number>>;
  /** `Retry-After` of a 429. */
  retryAfter: string;
  /** Presigned addresses are good for so long. */
  presignedSeconds: number;
  /** Answers to ranges: as asked; the whole file with 200; other bytes; more than asked. */
  ranges: "honest" | "ignored" | "shifted" | "too-long";
  /** Headers that pages of other origins may see, as S3 sets it for the archive. */
  exposedHeaders: string;
  /** Whether the store sends an ETag at all. */
  etags: boolean;
  /** Answers of the API instead of its own, by a part of the address. */
  apiAnswers: Record<string, { status?: number; body: string; headers?: Record<string, string> }>;
}

export const goodBehaviour = (): Behaviour => ({
  latencyMs: 0,
  bytesPerSecond: 0,
  faults: {},
  retryAfter: "0",
  presignedSeconds: 6 * 3600,
  ranges: "honest",
  exposedHeaders: "ETag",
  etags: true,
  apiAnswers: {},
});

/** Numbers from 0 to 1 in an order that a seed decides, so that a storm of faults can be had again. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The fault of the next answer, or none. */
export function drawFault({ faults }: Behaviour, random: () => number): FaultKind | null {
  let draw = random();
  for (const kind of faultKinds) {
    draw -= faults[kind] ?? 0;
    if (draw < 0) return kind;
  }
  return null;
}

/** Answers with a fault that needs no body; false for those that do. */
export function answerFault(kind: FaultKind | null, response: ServerResponse, behaviour: Behaviour): boolean {
  if (kind === "500") response.writeHead(500).end("InternalError");
  else if (kind === "429") response.writeHead(429, { "Retry-After": behaviour.retryAfter }).end("SlowDown");
  else if (kind === "reset") response.socket?.resetAndDestroy();
  else return false;
  return true;
}
