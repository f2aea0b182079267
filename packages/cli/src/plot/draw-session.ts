import { BraidynError, plotTexts } from "@braidyn/core";
import type { Session } from "@braidyn/nwb";
import type { PlotSpec } from "@braidyn/plots";
import { withSession } from "../open-file.ts";
import { findSessions } from "../sessions/find.ts";
import type { Shell } from "../shell.ts";
import type { PlotRequest } from "./draw.ts";
import { definedOnly, type PlotKind } from "./kinds.ts";

type SessionKind = Extract<PlotKind, "strip" | "heatmap" | "raster" | "keypoints">;

/** Plots of one session. @throws BraidynError `PLOT_ONE_SESSION`, and as the session's reading. */
export async function drawSession(kind: SessionKind, request: PlotRequest, shell: Shell): Promise<PlotSpec> {
  const [first, ...others] = await findSessions(request.files, shell, request.remote);
  if (others.length > 0) throw new BraidynError("PLOT_ONE_SESSION", { kind, found: others.length + 1 });
  const drawOne = (session: Session) => {
    const options = { source: session.info.session, ...request.options };
    return draw[kind](session, { ...request, options }, shell);
  };
  return withSession(first?.path ?? "", shell, drawOne, request.remote);
}

type Draw = (session: Session, request: PlotRequest, shell: Shell) => Promise<PlotSpec>;

const draw: Readonly<Record<SessionKind, Draw>> = {
  strip: async (session, { selection, options }, { language, text }) => {
    const { groupName, readStrip, stripPlot } = await import("@braidyn/plots");
    const { trial, time, regions, signal } = selection;
    const strip = await readStrip(session, { language, ...definedOnly({ trial, time, regions, signal }) });
    if (strip.trial === null) return stripPlot(strip, options);
    const { number, outcome } = strip.trial;
    const name = outcome === null ? "–" : groupName(outcome, text);
    return stripPlot(strip, {
      subtitle: text(plotTexts.trialSubtitle, { trial: number, outcome: name }),
      ...options,
    });
  },
  heatmap: async (session, { selection: { time, regions, signal }, options }) => {
    const { chooseRegions, heatmapPlot, onlyRegions } = await import("@braidyn/plots");
    const names = chooseRegions(session, regions);
    const series = await session.dff(definedOnly({ time, signal }));
    return heatmapPlot(onlyRegions(series, names), options);
  },
  raster: async (session, { selection: { by, outcome, time, window }, options }) => {
    const { rasterPlot, readRaster } = await import("@braidyn/plots");
    const range = window && ([-window[0], window[1]] as const);
    const trials = await readRaster(session, definedOnly({ by, outcomes: outcome, time, range }));
    return rasterPlot(trials, { ...options, ...definedOnly({ range }) });
  },
  keypoints: async (session, { selection: { view, names, time }, options }) => {
    const { keypointsPlot, readKeypoints } = await import("@braidyn/plots");
    return keypointsPlot(await readKeypoints(session, definedOnly({ view, names, time })), options);
  },
};
