import { BraidynError, plotTexts } from "@braidyn/core";
import { checkLength } from "../check-length.ts";
import { reduceCurve } from "../reduce/reduce-curve.ts";
import { sayIn } from "../say.ts";
import { plotSpec, sizeOf, type PlotOptions, type PlotSpec, type SpecPart } from "../spec.ts";
import { categorical, faint } from "../theme.ts";
import { tooltipOf } from "../tooltip.ts";

/** A ROC curve from (0, 0) to (1, 1). */
export interface Curve {
  readonly falsePositiveRate: ArrayLike<number>;
  readonly truePositiveRate: ArrayLike<number>;
}

/** What one set of predictions can do. */
export interface RocEntry extends Curve {
  readonly name: string;
  readonly auc: number;
  /** The same for single mice, drawn thin. */
  readonly subjects?: readonly (Curve & { readonly subject: string; readonly auc: number })[];
}

/**
 * ROC curves with the area under each in the legend; single mice as thin lines behind; chance as a diagonal.
 *
 * @throws BraidynError `PLOT_NO_SCORES` without a curve, `PLOT_SHAPE`.
 */
export function rocPlot(entries: readonly RocEntry[], options: PlotOptions = {}): PlotSpec {
  const say = sayIn(options);
  if (entries.length === 0) throw new BraidynError("PLOT_NO_SCORES", {});
  const { width, height } = sizeOf(options, { width: 380, height: 380 });
  const labels = entries.map(({ name, auc }) => `${name} (AUC ${auc.toFixed(3)})`);
  const range = labels.map((_, i) => categorical[i % categorical.length]);
  const color = {
    field: "entry",
    type: "nominal",
    scale: { domain: labels, range },
    legend: { ...inside, title: null, symbolType: "stroke", symbolStrokeWidth: 2.5, symbolOpacity: 1 },
  };
  const x = axisOf("x", say(plotTexts.falsePositiveRate));
  const y = axisOf("y", say(plotTexts.truePositiveRate));
  const order = { field: "order", type: "quantitative" };
  const thin = entries.flatMap(({ subjects = [] }, i) =>
    subjects.flatMap((curve) =>
      points(curve, { entry: labels[i], subject: curve.subject, auc: rounded(curve.auc) }),
    ),
  );
  const body = {
    ...{ width, height },
    layer: [
      {
        data: {
          values: [
            { x: 0, y: 0 },
            { x: 1, y: 1 },
          ],
        },
        mark: { type: "line", color: faint, strokeDash: [4, 4] },
        encoding: { x, y },
      },
      ...(thin.length > 0
        ? [
            {
              data: { values: thin },
              mark: { type: "line", strokeWidth: 0.8, opacity: 0.35 },
              encoding: {
                x,
                y,
                order,
                color,
                detail: { field: "subject" },
                tooltip: tooltipOf(say, "entry", "subject", "auc"),
              },
            },
          ]
        : []),
      {
        data: { values: entries.flatMap((entry, i) => points(entry, { entry: labels[i] })) },
        mark: { type: "line", strokeWidth: 2.5 },
        encoding: { x, y, order, color, tooltip: tooltipOf(say, "entry") },
      },
    ],
  };
  const subtitle = thin.length > 0 ? { subtitle: say(plotTexts.rocSubtitle) } : {};
  return plotSpec(body, { title: say(plotTexts.rocTitle), ...subtitle }, options);
}

/** Where good curves leave room. */
const inside = { orient: "bottom-right", offset: 8, fillColor: "white", padding: 6 } as const;

function axisOf(field: string, title: string): SpecPart {
  return {
    ...{ field, type: "quantitative", title },
    scale: { domain: [0, 1], nice: false },
    axis: { grid: true, tickCount: 5 },
  };
}

function points(curve: Curve, names: SpecPart): SpecPart[] {
  const { falsePositiveRate: x, truePositiveRate: y } = curve;
  checkLength("truePositiveRate", y.length, x.length);
  return reduceCurve(x, y, 0.0005).map((i, order) => ({
    ...names,
    ...{ order, x: rounded(x[i] as number), y: rounded(y[i] as number) },
  }));
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
