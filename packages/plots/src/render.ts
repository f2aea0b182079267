/**
 * Draws plots in Node, with a bundled font and without a canvas or a network.
 *
 * ```ts
 * import { render } from "@braidyn/plots/render";
 *
 * const png = await render(spec, "png", { scale: 2 });
 * ```
 */
export { render, plotFormats, type PlotFormat, type RenderOptions } from "./render/render.ts";
export { toHtml } from "./render/to-html.ts";
export { toPng, type PngOptions } from "./render/to-png.ts";
export { toSvg, type SvgOptions } from "./render/to-svg.ts";
