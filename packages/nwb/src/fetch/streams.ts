import { BraidynError } from "@braidyn/core";
import type { Profile } from "../profile.ts";

/**
 * What to take of a session, in the words of `challenge.yaml`: `dFF`, `dFF_B`, `dFF_V`; `sensors`, `sensors:lever`; `trials`;
 * `keypoints`, `keypoints:body`; `pupil`; `masks`; and, for the raw clocks, `raw:` before any of the middle four.
 */
export type Stream = string;

/** What of a session to take. */
export interface Selection {
  readonly streams: readonly Stream[];
  /** Whether the tables of regions keep their masks, 3.7 MB each; pynwb opens no table without. */
  readonly masks: boolean;
}

/** What is taken where nothing else is said. */
export const usualStreams: readonly Stream[] = ["dFF", "sensors", "trials"];

/** A stream taken apart. */
export interface StreamParts {
  readonly clock: "downsampled" | "raw";
  readonly kind: "dff" | "sensors" | "trials" | "keypoints" | "pupil" | "masks";
  /** The signal, the sensor, the view; null for all of them. */
  readonly name: string | null;
}

/** @throws BraidynError `FETCH_STREAM` for a name that means nothing in this paradigm. */
export function parseStream(stream: Stream, profile: Profile): StreamParts {
  if (Object.hasOwn(profile.dff, stream)) return { clock: "downsampled", kind: "dff", name: stream };
  if (stream === "masks") return { clock: "downsampled", kind: "masks", name: null };
  const match = /^(raw:)?(sensors|trials|keypoints|pupil)(?::([\w.-]+))?$/.exec(stream);
  const kind = match?.[2] as "sensors" | "trials" | "keypoints" | "pupil" | undefined;
  const name = match?.[3] ?? null;
  const clock = match?.[1] === undefined ? "downsampled" : "raw";
  const isView = kind === "keypoints" && (name === null || Object.hasOwn(profile[clock].keypoints, name));
  const fits = kind === "sensors" || isView || ((kind === "trials" || kind === "pupil") && name === null);
  if (kind === undefined || !fits) {
    throw new BraidynError("FETCH_STREAM", { stream, known: knownStreams(profile).join(", ") });
  }
  return { clock, kind, name };
}

/** Each once, in one order: the same choice makes the same file. */
export function canonicalSelection({ streams, masks }: Selection): Selection {
  const all = new Set(streams);
  const isCovered = (stream: Stream) => {
    const whole = /^((?:raw:)?(?:sensors|keypoints)):/.exec(stream)?.[1];
    return whole !== undefined && all.has(whole);
  };
  const kept = [...all].filter((stream) => !isCovered(stream)).sort();
  return { streams: kept, masks: masks || all.has("masks") };
}

function knownStreams(profile: Profile): Stream[] {
  const views = Object.keys(profile.downsampled.keypoints).map((view) => `keypoints:${view}`);
  return [
    ...Object.keys(profile.dff),
    ...["sensors", "sensors:NAME", "trials", "keypoints", ...views, "pupil", "masks", "raw:sensors:NAME"],
  ];
}
