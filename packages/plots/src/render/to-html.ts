import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { plotTexts, type Language } from "@braidyn/core";
import { sayIn } from "../say.ts";
import type { Animation, PlotSpec } from "../spec.ts";
import { fontFaceOf } from "./font-face.ts";
import { pageStyle } from "./page-style.ts";
import { pageScript } from "./page-script.ts";

/**
 * A page with the plot and all that draws it: it opens from a disk, loads nothing, and its policy forbids it to. Values
 * show under the pointer; the picture can be saved.
 */
export async function toHtml(spec: PlotSpec): Promise<string> {
  const meta = (spec["usermeta"] as { braidyn?: PageMeta } | undefined)?.braidyn ?? {};
  const language = meta.language ?? "en";
  const page = JSON.stringify({ spec, animation: meta.animation ?? null, texts: textsIn(language) });
  const fontFace = await fontFaceOf(page);
  const scripts = [...libraries(), pageScript];
  return [
    `<!doctype html>`,
    `<html lang="${language === "ja" ? "ja" : "en"}">`,
    `<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policyOf(scripts)}">`,
    `<meta name="viewport" content="width=device-width">`,
    `<title>${escapeHtml(titleOf(spec))}</title>`,
    `<style>${fontFace}${pageStyle}</style>`,
    `<main><div id="plot"></div><div id="player" hidden></div></main>`,
    `<script type="application/json" id="page">${escapeJson(page)}</script>`,
    ...scripts.map((script) => `<script>${script}</script>`),
    `</html>\n`,
  ].join("\n");
}

interface PageMeta {
  readonly language?: Language;
  readonly animation?: Animation;
}

function textsIn(language: Language) {
  const say = sayIn({ language });
  return {
    play: say(plotTexts.play),
    pause: say(plotTexts.pause),
    SVG_ACTION: say(plotTexts.saveSvg),
    PNG_ACTION: say(plotTexts.savePng),
  };
}

/** The browser builds that vega's packages ship, in the order in which they need each other. */
function libraries(): string[] {
  const { resolve } = createRequire(import.meta.url);
  return ["vega", "vega-lite", "vega-embed"].map((name) => {
    const source = readFileSync(join(dirname(resolve(name)), `${name}.min.js`), "utf8");
    return source.replace(/^\/\/# sourceMappingURL=.*$/gm, "").replaceAll("</script", "<\\/script");
  });
}

/** Only these very scripts run; nothing is fetched, framed or sent. vega-embed writes a style sheet into the page. */
function policyOf(scripts: readonly string[]): string {
  const hashes = scripts.map((script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
  return [
    "default-src 'none'",
    `script-src ${hashes.join(" ")}`,
    "style-src 'unsafe-inline'",
    "img-src data: blob:",
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function titleOf({ title }: PlotSpec): string {
  const { text } = (title ?? {}) as { text?: readonly string[] };
  return text?.join(" ") || "braidyn";
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A JSON text in which a browser finds no tag, whatever a title or a region is called. */
function escapeJson(json: string): string {
  return json.replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
