import { Resvg } from "@resvg/resvg-js";
import { BraidynError } from "@braidyn/core";
import type { PlotSpec } from "../spec.ts";
import { fontFamily } from "../theme.ts";
import { drawSvg } from "./draw.ts";
import { bundledFont, fontFile } from "./font.ts";

export interface PngOptions {
  /** Pixels of the picture a pixel of the plot. */
  readonly scale?: number;
}

/** Vega asks for sharp pixels twice; resvg knows only the other name of it, and blurs where it meets this one. */
const pixelated = "image-rendering: pixelated;";

/** Pixels of the largest picture: 400 MB of memory. */
const maxPixels = 1e8;

/** A plot as PNG on white, with the bundled font and no other. @throws BraidynError `PLOT_TOO_LARGE`. */
export async function toPng(spec: PlotSpec, { scale = 2 }: PngOptions = {}): Promise<Uint8Array> {
  bundledFont();
  const svg = await drawSvg(spec);
  checkPixels(svg, scale);
  const resvg = new Resvg(svg.replaceAll(pixelated, ""), {
    font: { loadSystemFonts: false, fontFiles: [fontFile], defaultFontFamily: fontFamily },
    fitTo: { mode: "zoom", value: scale },
    background: "white",
  });
  return resvg.render().asPng();
}

function checkPixels(svg: string, scale: number): void {
  const [, width = 0, height = 0] = (/^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []).map(
    Number,
  );
  if (width * height * scale ** 2 <= maxPixels) return;
  throw new BraidynError("PLOT_TOO_LARGE", {
    width: Math.round(width * scale),
    height: Math.round(height * scale),
    limit: maxPixels,
  });
}
