/** Which part of a file to copy: by path, whatever it holds. */
export interface Choice {
  /** Whether what is not named in `members` is taken. */
  readonly takesRest: boolean;
  /** Datasets of a group whose rest is left. */
  readonly takesDatasets: boolean;
  readonly members: ReadonlyMap<string, Choice | "none">;
}

interface GrowingChoice extends Choice {
  takesRest: boolean;
  takesDatasets: boolean;
  readonly members: Map<string, GrowingChoice | "none">;
}

export const everything: Choice = { takesRest: true, takesDatasets: true, members: new Map() };

/** Parts to copy, by absolute path. */
export interface ChosenPaths {
  /** Objects with all below them. */
  readonly whole: readonly string[];
  /** Groups that are there, of which only what is named is taken. */
  readonly frames: readonly string[];
  /** Left out, although something above is taken whole. */
  readonly without: readonly string[];
}

/** The choice that these paths make; the root's own datasets are always taken. */
export function choiceOf({ whole, frames, without }: ChosenPaths): Choice {
  const root: GrowingChoice = { takesRest: false, takesDatasets: true, members: new Map() };
  for (const path of frames) descend(root, names(path));
  for (const path of whole) {
    const choice = descend(root, names(path));
    choice.takesRest = choice.takesDatasets = true;
  }
  for (const path of without) {
    const parts = names(path);
    const parent = descend(root, parts.slice(0, -1));
    parent.members.set(parts.at(-1) ?? "", "none");
  }
  return root;
}

/** What is chosen of the member `name` of a group; null for nothing. */
export function memberChoice(choice: Choice, name: string, isDataset: boolean): Choice | null {
  const named = choice.members.get(name);
  if (named !== undefined) return named === "none" ? null : named;
  return choice.takesRest || (choice.takesDatasets && isDataset) ? everything : null;
}

function descend(root: GrowingChoice, path: readonly string[]): GrowingChoice {
  let at = root;
  for (const name of path) {
    let next = at.members.get(name);
    if (next === undefined || next === "none") {
      next = { takesRest: at.takesRest && at !== root, takesDatasets: at.takesRest, members: new Map() };
      at.members.set(name, next);
    }
    at = next;
  }
  return at;
}

function names(path: string): string[] {
  return path.split("/").filter((name) => name !== "");
}
