import type { Failure } from "@braidyn/challenges/guided";
import { commandTexts } from "@braidyn/core";
import type { Shell } from "../shell.ts";
import type { Place } from "./place.ts";
import { installCommand, packageOf } from "./python-needs.ts";

/** Why there is no answer, and what to do. `packages` are those that the Python exercise needs. */
export function explainFailure(
  failure: Failure,
  packages: readonly string[],
  { kit, python, seconds }: Pick<Place, "kit" | "python" | "seconds">,
  { text }: Shell,
): string {
  const { name, message } = failure;
  const where = whereOf(failure, text);
  switch (failure.kind) {
    case "syntax":
      return text(commandTexts.learnFailSyntax, { name, message, where });
    case "exception":
      return text(commandTexts.learnFailException, { name, message, where });
    case "module": {
      const module = packageOf(failure.module ?? message);
      const all = [...new Set([...packages, module])];
      const command = kit === "python" ? installCommand(python, all) : `npm install ${module}`;
      return text(commandTexts.learnFailModule, { module, where, command });
    }
    case "memory":
      return text(commandTexts.learnFailMemory, { where });
    case "exit":
      return text(commandTexts.learnFailExit, { where });
    case "timeout":
      return text(commandTexts.learnFailTimeout, { seconds, more: 5 * seconds });
    case "output":
      return text(commandTexts.learnFailOutput);
    case "no-function": {
      const exported = kit === "typescript" ? text(commandTexts.learnFailNoFunctionExported) : "";
      return text(commandTexts.learnFailNoFunction, { exported });
    }
    case "nothing":
      return text(commandTexts.learnFailNothing);
    case "unwritable":
      return text(commandTexts.learnFailUnwritable, { message });
    case "died":
      return text(commandTexts.learnFailDied, { message });
    case "no-python":
      return text(commandTexts.learnNoPython, { python });
  }
}

function whereOf({ line, text: source }: Failure, text: Shell["text"]): string {
  if (line === null) return "";
  if (source === "") return text(commandTexts.learnWhere, { line });
  return text(commandTexts.learnWhereText, { line, text: source });
}
