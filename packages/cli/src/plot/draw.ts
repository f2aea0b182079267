import type { RemoteOptions } from "@braidyn/nwb";
import type { PlotOptions, PlotSpec } from "@braidyn/plots";
import type { Shell } from "../shell.ts";
import type { PlotFormat } from "./format.ts";
import type { PlotKind, PlotSelection } from "./kinds.ts";

/** What to draw, and how. */
export interface PlotRequest {
  readonly kind: PlotKind;
  readonly files: readonly string[];
  /** How to reach those that are not on this machine. */
  readonly remote: RemoteOptions;
  readonly selection: PlotSelection;
  readonly options: PlotOptions;
  readonly format: PlotFormat;
}

/** The specification of a plot. Only what its kind needs is loaded. @throws BraidynError as what it reads. */
export async function drawPlot(request: PlotRequest, shell: Shell): Promise<PlotSpec> {
  switch (request.kind) {
    case "learning-curve":
      return (await import("./draw-learning.ts")).drawLearning(request, shell);
    case "board-progress":
      return (await import("./draw-progress.ts")).drawProgress(request, shell);
    case "roc":
    case "calibration":
    case "mouse-dots":
      return (await import("./draw-scores.ts")).drawScores(request.kind, request, shell);
    case "peth":
    case "cortex-map":
      return (await import("./draw-windows.ts")).drawWindows(request.kind, request, shell);
    default:
      return (await import("./draw-session.ts")).drawSession(request.kind, request, shell);
  }
}
