/** Every colour, font and size of the plots. */

/**
 * Eight colours that people with any colour vision tell apart, strongest contrast first.
 * Source: Okabe & Ito 2008, "Color Universal Design", https://jfly.uni-koeln.de/color/
 */
export const categorical = [
  "#0072B2", // blue
  "#D55E00", // vermillion
  "#009E73", // bluish green
  "#CC79A7", // reddish purple
  "#E69F00", // orange
  "#56B4E9", // sky blue
  "#000000", // black
  "#F0E442", // yellow
] as const;

/** Low to high for values without a middle: matplotlib's viridis at equal steps. Source: https://bids.github.io/colormap */
export const sequential = [
  "#440154",
  "#482878",
  "#3E4989",
  "#31688E",
  "#26828E",
  "#1F9E89",
  "#35B779",
  "#6ECE58",
  "#B5DE2B",
  "#FDE725",
] as const;

/** Below and above 0: from Okabe and Ito's blue through white to their vermillion. */
export const diverging = [
  "#00415F",
  "#0072B2",
  "#7FB8D8",
  "#F7F7F7",
  "#EAAE7F",
  "#D55E00",
  "#7A3600",
] as const;

/** How a trial ended has the same colour in every plot. */
export const outcomeColors = {
  success: "#009E73",
  "short-pull": "#E69F00",
  "no-response": "#7F7F7F",
} as const;

/** Text and axes; what explains; what stands behind; lines across. */
export const ink = "#222222";
export const quiet = "#6B6B6B";
export const faint = "#BDBDBD";
export const hairline = "#E4E4E4";
/** Where there is no value. */
export const missingColor = "#D9D9D9";

/** The bundled font; a browser without it uses its own. */
export const fontFamily = "Noto Sans JP";
export const fontFallback = `${fontFamily}, sans-serif`;

/** Points of text, pixels. */
export const textSize = { title: 14, subtitle: 11, axisTitle: 11, label: 10, small: 8.5 } as const;

/** vega-lite's `config` of every plot. */
export const themeConfig = {
  background: "white",
  font: fontFallback,
  padding: 12,
  view: { stroke: null },
  // a description of every dot would be most of the file
  mark: { aria: false },
  title: {
    anchor: "start",
    frame: "group",
    fontSize: textSize.title,
    fontWeight: "normal",
    color: ink,
    subtitleFontSize: textSize.subtitle,
    subtitleColor: quiet,
    subtitlePadding: 4,
    offset: 10,
  },
  axis: {
    titleFontSize: textSize.axisTitle,
    titleFontWeight: "normal",
    titleColor: ink,
    titlePadding: 6,
    labelFontSize: textSize.label,
    labelColor: ink,
    domainColor: ink,
    tickColor: ink,
    tickSize: 4,
    grid: false,
    gridColor: hairline,
  },
  legend: {
    titleFontSize: textSize.axisTitle,
    titleFontWeight: "normal",
    titleColor: ink,
    labelFontSize: textSize.label,
    labelColor: ink,
    labelLimit: 240,
    titleLimit: 240,
  },
  header: {
    titleFontSize: textSize.axisTitle,
    titleFontWeight: "normal",
    labelFontSize: textSize.label,
    labelFontWeight: "normal",
    labelColor: ink,
  },
  range: {
    category: [...categorical],
    ramp: [...sequential],
    heatmap: [...sequential],
    diverging: [...diverging],
  },
} as const;
