import type { PlotSpec } from "@braidyn/plots";
import { useEffect, useRef, useState } from "preact/hooks";
import { useTheme } from "../words/theme.tsx";
import { useWords } from "../words/language.tsx";
import { fitted } from "./fitted.ts";
import { inDark } from "./in-dark.ts";

interface Size {
  readonly width: number;
  readonly height: number;
}

interface ChartProps {
  readonly label: string;
  /** What the plot is drawn from: it is drawn again when this changes. */
  readonly of: readonly unknown[];
  readonly plot: (size: Size) => PlotSpec;
}

/** A plot as wide as its place, in the colours of the page. The library that draws it is loaded with the first one. */
export function Chart({ label, of, plot }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const { dark } = useTheme();
  const { language } = useWords();
  const width = useWidth(place);
  useEffect(() => {
    if (width === 0) return;
    const spec = fitted(plot({ width, height: 300 }));
    return drawLater(place, dark ? inDark(spec) : spec);
  }, [JSON.stringify(of), width, dark, language]);
  return <div class="chart" role="img" aria-label={label} ref={place} />;
}

/** Draws once the library is there, unless something else is to be drawn by then; gives what ends it. */
function drawLater(place: { current: HTMLDivElement | null }, spec: PlotSpec): () => void {
  let ended = false;
  let finish = () => {};
  void import("./draw.ts").then(async ({ draw }) => {
    if (ended || place.current === null) return;
    finish = await draw(place.current, spec);
    if (ended) finish();
  });
  return () => {
    ended = true;
    finish();
  };
}

/** Whole steps of 20 px: a scroll bar that comes and goes draws nothing anew. */
function useWidth(place: { current: HTMLDivElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth / 20) * 20));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return width;
}
