import type { PlotSpec } from "@braidyn/plots";
import { parse, View, type Loader, type Spec } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile, type TopLevelSpec } from "vega-lite";

/**
 * Draws a plot into an element; gives what ends it. Expressions are interpreted, not compiled: the page's policy forbids
 * to make code out of text, and so nobody's text becomes code.
 */
export async function draw(element: HTMLElement, spec: PlotSpec): Promise<() => void> {
  const compiled = compile(spec as unknown as TopLevelSpec).spec as Spec;
  const view = new View(parse(compiled, undefined, { ast: true }), {
    expr: expressionInterpreter,
    renderer: "svg",
    container: element,
    hover: false,
    loader: closed,
  });
  await view.runAsync();
  return () => view.finalize();
}

/** A plot of ours loads nothing. */
const refuse = () => Promise.reject(new Error("plots load nothing"));
const closed = { load: refuse, sanitize: refuse, http: refuse, file: refuse } as unknown as Loader;
