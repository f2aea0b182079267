import { webTexts } from "@braidyn/core";
import { boardProgressPlot, mouseDotsPlot, type PlotSpec } from "@braidyn/plots";
import { render } from "@braidyn/plots/render";
import type { BoardHtmlOptions } from "./board-html.ts";

export interface DrawnChart {
  readonly heading: string;
  /** With the characters of the font that it needs. */
  readonly svg: string;
}

const mostEntries = 6;

/** The charts of a board that has anything to draw. */
export async function boardCharts(options: BoardHtmlOptions): Promise<DrawnChart[]> {
  const { language } = options;
  const specs: [heading: string, spec: PlotSpec | null][] = [
    [webTexts.progressChart[language], progressSpec(options)],
    [webTexts.subjectsChart[language], subjectsSpec(options)],
  ];
  const charts: DrawnChart[] = [];
  for (const [heading, spec] of specs) {
    if (spec !== null) charts.push({ heading, svg: String(await render(spec, "svg")) });
  }
  return charts;
}

function progressSpec({ progress = [], board, language }: BoardHtmlOptions): PlotSpec | null {
  const points = progress.flatMap(({ team, points: own }) =>
    own.flatMap(({ at, score }) => (score === null ? [] : [{ team: team.name, time: at, score }])),
  );
  if (points.length === 0) return null;
  const higherIsBetter = board.direction === "maximize";
  return boardProgressPlot(points, { language, title: "", metric: board.metric, higherIsBetter });
}

function subjectsSpec({ board, language }: BoardHtmlOptions): PlotSpec | null {
  const entries = board.entries.flatMap(({ score, subjects, ...entry }) =>
    score === null || subjects.length === 0 ? [] : [{ ...entry, score, subjects }],
  );
  if (entries.length === 0) return null;
  return mouseDotsPlot(entries.slice(0, mostEntries), { language, title: "", metric: board.metric });
}
