import type { SpecPart } from "./spec.ts";
import { diverging, sequential } from "./theme.ts";

/** Colours at equal steps from `low` to `high`; values beyond are drawn as the ends. */
export interface ColorScale {
  readonly low: number;
  readonly high: number;
  readonly stops: readonly string[];
}

/** Around 0, as far to both sides. */
export function divergingScale(limit: number): ColorScale {
  const reach = limit > 0 ? limit : 1;
  return { low: -reach, high: reach, stops: diverging };
}

/** From the least to the greatest. */
export function sequentialScale(low: number, high: number): ColorScale {
  return { low, high: high > low ? high : low + 1, stops: sequential };
}

/** A scale as vega-lite has it, the same in a legend and in a picture that {@link colorAt} painted. */
export function colorEncoding({ low, high, stops }: ColorScale): SpecPart {
  const domain = stops.map((_, i) => low + ((high - low) * i) / (stops.length - 1));
  return { domain, range: [...stops], clamp: true, interpolate: "rgb" };
}

/** Red, green and blue (0-255) at `fraction` (0-1) of the way from low to high. */
export function colorAt({ stops }: ColorScale, fraction: number): readonly [number, number, number] {
  const place = Math.min(1, Math.max(0, fraction)) * (stops.length - 1);
  const below = Math.min(stops.length - 2, Math.floor(place));
  const [from, to] = [rgb(stops[below] as string), rgb(stops[below + 1] as string)];
  const mix = (a: number, b: number) => Math.round(a + (b - a) * (place - below));
  return [mix(from[0], to[0]), mix(from[1], to[1]), mix(from[2], to[2])];
}

function rgb(hex: string): readonly [number, number, number] {
  const number = Number.parseInt(hex.slice(1), 16);
  return [number >> 16, (number >> 8) & 0xff, number & 0xff];
}
