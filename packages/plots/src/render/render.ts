import { BraidynError } from "@braidyn/core";
import type { PlotSpec } from "../spec.ts";

/** What a plot can be written as; also the endings of such files. */
export const plotFormats = ["svg", "png", "html", "vl.json"] as const;
export type PlotFormat = (typeof plotFormats)[number];

export interface RenderOptions {
  /** Of SVG (default 1) and PNG (default 2). */
  readonly scale?: number;
}

const scales = { low: 0.1, high: 10 } as const;

/**
 * A plot as the contents of a file. Each format is loaded when it is first asked for.
 *
 * @throws BraidynError `PLOT_OPTION` for a scale that is none, `PLOT_TOO_LARGE`, `PLOT_FONT`.
 */
export async function render(
  spec: PlotSpec,
  format: PlotFormat,
  options: RenderOptions = {},
): Promise<string | Uint8Array> {
  checkScale(options.scale ?? 1);
  switch (format) {
    case "svg":
      return (await import("./to-svg.ts")).toSvg(spec, options);
    case "png":
      return (await import("./to-png.ts")).toPng(spec, options);
    case "html":
      return (await import("./to-html.ts")).toHtml(spec);
    case "vl.json":
      return `${JSON.stringify(spec)}\n`;
  }
}

function checkScale(scale: number): void {
  if (scale >= scales.low && scale <= scales.high) return;
  throw new BraidynError("PLOT_OPTION", {
    name: "scale",
    found: String(scale),
    expected: `${scales.low}–${scales.high}`,
  });
}
