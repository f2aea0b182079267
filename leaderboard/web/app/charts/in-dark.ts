import type { PlotSpec } from "@braidyn/plots";

/** What stands for a colour of the plots on a dark page: the same hue, as far from the background as it was. */
const dark: Readonly<Record<string, string>> = {
  "#222222": "#E6E8EB",
  "#6B6B6B": "#A2A9B3",
  "#BDBDBD": "#5B636E",
  "#E4E4E4": "#2E343C",
  "#D9D9D9": "#3A414A",
  "#000000": "#FFFFFF",
  "#0072B2": "#4BA8E0",
  "#D55E00": "#F08A3C",
  "#009E73": "#2FC596",
};

/** The same plot for a dark page. Only colours are replaced: data never hold one. */
export function inDark(spec: PlotSpec): PlotSpec {
  return recoloured(spec) as PlotSpec;
}

function recoloured(value: unknown, key = ""): unknown {
  if (key === "data" || key === "domain") return value;
  if (typeof value === "string") return dark[value.toUpperCase()] ?? value;
  if (Array.isArray(value)) return value.map((each) => recoloured(each));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, recoloured(inner, name)]));
}
