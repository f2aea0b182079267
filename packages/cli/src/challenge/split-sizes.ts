import type { SplitDefinition } from "@braidyn/harness";

/** How many members each group has; of subjects on days, how many subjects. */
export function splitSizes(split: SplitDefinition) {
  const size = (members: SplitDefinition["train"]): number =>
    members.reduce<number>(
      (sum, member) =>
        sum + (typeof member === "object" && "subjects" in member ? member.subjects.length : 1),
      0,
    );
  return {
    train: size(split.train),
    validation: size(split.validation),
    public: size(split.public),
    private: size(split.private),
  };
}
