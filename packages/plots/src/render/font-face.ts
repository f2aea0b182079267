import subsetFont from "subset-font";
import { fontFamily } from "../theme.ts";
import { bundledFont } from "./font.ts";

/** Digits and letters are always there: tooltips and zoomed axes show numbers that the text does not hold yet. */
const always =
  Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCharCode(0x20 + i)).join("") + "−–…·µ±°";

/**
 * A CSS `@font-face` of the bundled font with just the characters of `text`, so that a file looks the same on a machine
 * without Japanese fonts.
 */
export async function fontFaceOf(text: string): Promise<string> {
  const characters = [...new Set(always + text)].sort().join("");
  const subset = await subsetFont(bundledFont().bytes, characters, { targetFormat: "woff2" });
  const url = `data:font/woff2;base64,${subset.toString("base64")}`;
  return `@font-face{font-family:"${fontFamily}";src:url(${url}) format("woff2")}`;
}
