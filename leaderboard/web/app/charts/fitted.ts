import type { PlotSpec } from "@braidyn/plots";

/** A plot whose width is that of the whole drawing, legend below; the page around it is its background. */
export function fitted(spec: PlotSpec): PlotSpec {
  const config = spec["config"] as Record<string, object>;
  const wide = Number(spec["width"]) >= 480;
  return {
    ...spec,
    autosize: { type: "fit", contains: "padding" },
    config: {
      ...config,
      background: "transparent",
      padding: 4,
      legend: { ...config["legend"], orient: "bottom", columns: wide ? 3 : 2, labelLimit: wide ? 180 : 130 },
    },
  };
}
