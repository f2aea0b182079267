import { BraidynError } from "@braidyn/core";

const endings = ["svg", "png", "html", "vl.json"] as const;
export type PlotFormat = (typeof endings)[number];

/** The format that a file's ending tells. @throws BraidynError `PLOT_ENDING`. */
export function plotFormatOf(path: string): PlotFormat {
  const format = endings.find((ending) => path.toLowerCase().endsWith(`.${ending}`));
  if (format !== undefined) return format;
  throw new BraidynError("PLOT_ENDING", { path, known: endings.map((ending) => `.${ending}`).join(", ") });
}
