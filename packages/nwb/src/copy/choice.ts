/** Which part of a file to copy: by path, whatever it holds. */
export interface Choice {
  /** Whether what is not named in `members` is taken. */
  readonly takesRest: boolean;
  /** Datasets of a group whose rest is left. */
  readonly takesDatasets: boolean;
  readonly members: ReadonlyMap<string, Choice | "none">;
  /** False for what is only named to say what to leave out, should it be taken at all. */
  readonly isWanted: boolean;
}

interface GrowingChoice extends Choice {
  takesRest: boolean;
  takesDatasets: boolean;
  isWanted: boolean;
  readonly members: Map<string, GrowingChoice | "none">;
}

export const everything: Choice = {
  takesRest: true,
  takesDatasets: true,
  isWanted: true,
  members: new Map(),
};

/** Parts to copy, by absolute path. */
export interface ChosenPaths {
  /** Objects with all below them. */
  readonly whole: readonly string[];
  /** Groups that are there, of which only what is named is taken. */
  readonly frames: readonly string[];
  /** Left out of what is taken whole, for whatever reason it is. */
  readonly without: readonly string[];
}

/** The choice that these paths make; the root's own datasets are always taken. */
export function choiceOf({ whole, frames, without }: ChosenPaths): Choice {
  const root: GrowingChoice = {
    takesRest: false,
    takesDatasets: true,
    isWanted: true,
    members: new Map(),
  };
  for (const path of frames) descend(root, names(path), true);
  for (const path of whole) {
    const choice = descend(root, names(path), true);
    choice.takesRest = choice.takesDatasets = true;
  }
  for (const path of without) {
    const parts = names(path);
    const parent = descend(root, parts.slice(0, -1), false);
    parent.members.set(parts.at(-1) ?? "", "none");
  }
  return root;
}

/** What is chosen of the member `name` of a group; null for nothing. */
export function memberChoice(choice: Choice, name: string, isDataset: boolean): Choice | null {
  const named = choice.members.get(name);
  if (named === "none") return null;
  const takesIt = choice.takesRest || (choice.takesDatasets && isDataset);
  if (named?.isWanted === true) return named;
  return takesIt ? all(named) : null;
}

/** Everything at a path but for what is left out there. */
export function wholeAt(choice: Choice, path: string): Choice {
  let at: Choice | undefined = choice;
  for (const name of names(path)) {
    const next: Choice | "none" | undefined = at?.members.get(name);
    at = next === "none" ? undefined : next;
  }
  return all(at);
}

function all(choice: Choice | undefined): Choice {
  return choice === undefined ? everything : { ...choice, takesRest: true, takesDatasets: true };
}

function descend(root: GrowingChoice, path: readonly string[], isWanted: boolean): GrowingChoice {
  let at = root;
  for (const name of path) {
    let next = at.members.get(name);
    if (next === undefined || next === "none") {
      const { takesRest } = at;
      next = { takesRest, takesDatasets: takesRest, isWanted: false, members: new Map() };
      at.members.set(name, next);
    }
    next.isWanted ||= isWanted;
    at = next;
  }
  return at;
}

function names(path: string): string[] {
  return path.split("/").filter((name) => name !== "");
}
