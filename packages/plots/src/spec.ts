import { BraidynError, type Language } from "@braidyn/core";
import { themeConfig } from "./theme.ts";

/** A part of a vega-lite specification. Plain JSON: every plot is held to vega-lite's own schema by a test. */
export type SpecPart = Readonly<Record<string, unknown>>;

/** A whole vega-lite specification; `@braidyn/plots/render`, vega-embed and the Vega editor draw it. */
export interface PlotSpec extends SpecPart {
  readonly $schema: string;
}

/** How a plot moves in a page: a parameter of the specification that counts from 0. */
export interface Animation {
  readonly signal: string;
  readonly count: number;
  /** Where it stands when it is not played. */
  readonly start: number;
  /** Between two steps. */
  readonly milliseconds: number;
}

/** What every plot takes. */
export interface PlotOptions {
  readonly language?: Language;
  /** Instead of the plot's own; "" for none. */
  readonly title?: string;
  /** Instead of the plot's own; "" for none. */
  readonly subtitle?: string;
  /** What the data are of, a session for example: a line before the plot's own subtitle. */
  readonly source?: string;
  /** Of the drawing inside the axes, pixels; of a plot of many panels, of all of them together. */
  readonly width?: number;
  readonly height?: number;
}

const schema = "https://vega.github.io/schema/vega-lite/v6.json";

/** What a plot says of itself where the caller says nothing. */
export interface Heading {
  readonly title: string;
  readonly subtitle?: string;
}

/** A specification with the theme and its title around `body`. */
export function plotSpec(
  body: SpecPart,
  heading: Heading,
  options: PlotOptions,
  animation?: Animation,
): PlotSpec {
  const text = options.title ?? heading.title;
  const own = options.subtitle ?? heading.subtitle ?? "";
  const subtitle = [options.source ?? "", own].filter((line) => line !== "").join("\n");
  const title = text === "" && subtitle === "" ? {} : { title: titleOf(text, subtitle) };
  const moving = animation === undefined ? {} : { animation };
  const usermeta = { braidyn: { language: options.language ?? "en", ...moving } };
  return { $schema: schema, ...title, ...body, config: themeConfig, usermeta };
}

function titleOf(text: string, subtitle: string): SpecPart {
  return { text: text.split("\n"), ...(subtitle === "" ? {} : { subtitle: subtitle.split("\n") }) };
}

/** Drawings smaller hold no axis; larger ones are a mistake that would take all memory. */
const extent = { low: 40, high: 10_000 } as const;

/**
 * Width and height, with a plot's own where none are given.
 *
 * @throws BraidynError `PLOT_OPTION` for what is no size.
 */
export function sizeOf(
  { width, height }: PlotOptions,
  usual: { readonly width: number; readonly height: number },
): { width: number; height: number } {
  return {
    width: checkSize("width", width ?? usual.width),
    height: checkSize("height", height ?? usual.height),
  };
}

function checkSize(name: string, value: number): number {
  if (value >= extent.low && value <= extent.high) return value;
  throw new BraidynError("PLOT_OPTION", {
    name,
    found: String(value),
    expected: `${extent.low}–${extent.high}`,
  });
}
