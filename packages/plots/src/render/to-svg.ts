import type { PlotSpec } from "../spec.ts";
import { drawSvg } from "./draw.ts";
import { fontFaceOf } from "./font-face.ts";

export interface SvgOptions {
  /** Factor on the size that it is shown in. */
  readonly scale?: number;
}

/** A plot as SVG that brings the characters it needs of the bundled font. */
export async function toSvg(spec: PlotSpec, { scale = 1 }: SvgOptions = {}): Promise<string> {
  const svg = await drawSvg(spec);
  const style = `<style>${await fontFaceOf(textOf(svg))}</style>`;
  return scaled(svg, scale).replace(/^<svg[^>]*>/, (opening) => `${opening}${style}`);
}

/** Everything between tags; more than is shown does no harm. */
function textOf(svg: string): string {
  return svg.replace(/<[^>]*>/g, "");
}

function scaled(svg: string, scale: number): string {
  if (scale === 1) return svg;
  return svg.replace(/^<svg[^>]*>/, (opening) =>
    opening.replace(
      / (width|height)="([\d.]+)"/g,
      (_, name: string, size: string) => ` ${name}="${Number(size) * scale}"`,
    ),
  );
}
