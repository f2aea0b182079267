import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import type { PlotSpec } from "../spec.ts";
import { bundledFont } from "./font.ts";

/** An SVG text, in the bundled font but without it. */
export async function drawSvg(spec: PlotSpec): Promise<string> {
  measureWithBundledFont();
  const compiled = compile(spec as unknown as TopLevelSpec).spec as vega.Spec;
  const view = new vega.View(vega.parse(compiled), { renderer: "none", loader: closedLoader() });
  try {
    return shortened(withoutForbidden(await view.toSVG()));
  } finally {
    view.finalize();
  }
}

/** Vega guesses the width of text unless it has a canvas; the font itself knows better. */
function measureWithBundledFont(): void {
  const { metrics } = bundledFont();
  // exported by vega's code but not by its types
  const { textMetrics } = vega as unknown as { textMetrics: TextMetrics };
  textMetrics.width = (item, text) => metrics.width(shownText(item, text), item.fontSize ?? 11);
}

interface TextMetrics {
  width: (item: TextItem, text?: unknown) => number;
}

interface TextItem {
  readonly text?: unknown;
  readonly fontSize?: number;
}

function shownText(item: TextItem, text: unknown): string {
  const shown = text ?? item.text;
  return shown === null || shown === undefined ? "" : String(shown);
}

/** A plot holds its data; nothing is ever read from a file or the network. Images inside it are `data:` URLs. */
function closedLoader(): vega.Loader {
  const refuse = () => Promise.reject(new Error("plots load nothing"));
  const sanitize = (uri: string) =>
    uri.startsWith("data:")
      ? Promise.resolve({ href: uri })
      : Promise.reject(new Error("plots load nothing"));
  return { ...vega.loader(), load: refuse, http: refuse, file: refuse, sanitize } as unknown as vega.Loader;
}

/** XML allows no control characters and no halves of surrogate pairs; text out of a file may hold both. */
function withoutForbidden(svg: string): string {
  return svg.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD");
}

/** Hundredths of a pixel are enough; half of a line's text would be digits that nobody sees. */
function shortened(svg: string): string {
  return svg.replace(/ (?:d|transform)="[^"]*"/g, (attribute) => attribute.replace(/(\.\d\d)\d+/g, "$1"));
}
