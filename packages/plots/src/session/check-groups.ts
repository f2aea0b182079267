import { BraidynError } from "@braidyn/core";

/** More groups than this cannot be told apart by colour, and a column of names or numbers has one a trial. */
const mostGroups = 12;

/** @throws BraidynError `PLOT_OPTION` when a column of the trials splits them into too many groups. */
export function checkGroups(by: string, groups: Iterable<string>): void {
  const count = new Set(groups).size;
  if (count <= mostGroups) return;
  throw new BraidynError("PLOT_OPTION", {
    name: "by",
    found: `${by} (${count})`,
    expected: `<= ${mostGroups}`,
  });
}
