import { plotTooltipTexts } from "@braidyn/core";
import type { Say } from "./say.ts";
import type { SpecPart } from "./spec.ts";

/** What shows under the pointer: the fields' values, called by their names in the reader's language. */
export function tooltipOf(say: Say, ...fields: readonly (keyof typeof plotTooltipTexts)[]): SpecPart[] {
  return fields.map((field) => ({ field, title: say(plotTooltipTexts[field]) }));
}
