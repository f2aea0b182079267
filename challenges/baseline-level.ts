/** What a baseline is there for: to show chance, an honest start, and how much more is in the data. */
export const baselineLevels = ["floor", "simple", "strong"] as const;
export type BaselineLevel = (typeof baselineLevels)[number];
