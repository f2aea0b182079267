/**
 * `npm run fonts`: cuts the page's fonts out of Noto Sans JP into `fonts/`, and writes the style sheet that names them.
 * A browser fetches only the cuts whose characters a page shows: English pages never load the Japanese ones.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import subsetFont from "subset-font";

const root = join(import.meta.dirname, "..");
const source = dirname(
  createRequire(import.meta.url).resolve("@expo-google-fonts/noto-sans-jp/package.json"),
);

const weights = { 400: "400Regular", 600: "600SemiBold" } as const;

const span = (from: number, to: number) =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i));

/** Kanji of JIS X 0208 level 1, rows 16 to 47: what Japanese is written with. Rarer ones are left to the system's fonts. */
function commonKanji(): string {
  const decoder = new TextDecoder("euc-jp");
  const rows = Array.from({ length: 32 }, (_, row) =>
    Uint8Array.from({ length: 188 }, (_, i) => (i % 2 === 0 ? 0xa0 + 16 + row : 0xa1 + (i >> 1))),
  );
  return rows.map((bytes) => decoder.decode(bytes).replaceAll("\uFFFD", "")).join("");
}

const latin = span(0x20, 0x7e) + span(0xa0, 0x17f) + "‐–—‘’“”†•…−×←↑→↓≤≥✓€™";
const kana = span(0x3001, 0x301f) + span(0x3041, 0x30ff) + span(0xff01, 0xff5e);
/** A cut's characters, and the range in which a browser looks for them there; what a cut lacks the next font has. */
const cuts = {
  latin: {
    text: latin,
    range: "U+0-17F, U+2010-2026, U+20AC, U+2122, U+2190-2193, U+2212, U+2264-2265, U+2713",
  },
  kana: { text: kana, range: "U+3000-30FF, U+FF00-FFEF" },
  kanji: { text: commonKanji(), range: "U+4E00-9FFF" },
} as const;

const faces: string[] = [];
for (const [weight, name] of Object.entries(weights)) {
  const font = readFileSync(join(source, name, `NotoSansJP_${name}.ttf`));
  for (const [cut, { text, range }] of Object.entries(cuts)) {
    const file = `noto-sans-jp-${weight}-${cut}.woff2`;
    writeFileSync(join(root, "fonts", file), await subsetFont(font, text, { targetFormat: "woff2" }));
    faces.push(
      `@font-face {\n  font-family: "Noto Sans JP";\n  font-weight: ${weight};\n  font-display: swap;\n` +
        `  src: url("../../fonts/${file}") format("woff2");\n  unicode-range: ${range};\n}\n`,
    );
  }
}
const heading = "/* Written by `npm run fonts`. */\n";
writeFileSync(join(root, "app/style/fonts.css"), heading + faces.join("\n"));
