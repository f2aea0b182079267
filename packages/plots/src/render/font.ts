import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { BraidynError } from "@braidyn/core";
import { openFont, type FontMetrics } from "./font-metrics.ts";

/** Where the bundled font lies: Noto Sans JP, under the SIL Open Font License 1.1. */
export const fontFile = createRequire(import.meta.url).resolve(
  "@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf",
);

interface Font {
  readonly bytes: Buffer;
  readonly metrics: FontMetrics;
}

let font: Font | null = null;

/** The bundled font, read once. @throws BraidynError `PLOT_FONT`. */
export function bundledFont(): Font {
  font ??= readFont();
  return font;
}

function readFont(): Font {
  try {
    const bytes = readFileSync(fontFile);
    return { bytes, metrics: openFont(bytes) };
  } catch (cause) {
    throw new BraidynError("PLOT_FONT", { path: fontFile }, { cause });
  }
}
