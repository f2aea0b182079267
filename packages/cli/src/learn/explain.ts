import type { Difference, Evaluation, Lesson, PartResult } from "@braidyn/challenges/guided";
import { commandTexts, formatMessage } from "@braidyn/core";
import type { Shell } from "../shell.ts";
import { explainFailure } from "./explain-failure.ts";
import type { Place } from "./place.ts";

/** One name of the answer and what is said of it. */
export interface PartExplanation {
  readonly name: string;
  readonly what: string;
  readonly right: boolean;
  /** What was found and expected, the mistake that gives it, and why the expected value is right; empty where all is well. */
  readonly lines: readonly string[];
}

/** What is said of a program. */
export interface Explanation {
  readonly passed: boolean;
  /** Why there is no answer; null where there is one. */
  readonly failure: string | null;
  readonly parts: readonly PartExplanation[];
  readonly printed: string;
}

/** Says in the learner's language what came of their program. */
export function explain(
  lesson: Lesson,
  evaluation: Evaluation,
  place: Pick<Place, "kit" | "python" | "seconds">,
  shell: Shell,
): Explanation {
  const { passed, failure, parts, printed } = evaluation;
  return {
    ...{ passed, printed: printable(printed) },
    failure: failure === null ? null : explainFailure(failure, lesson.definition.python, place, shell),
    parts: parts.map((part) => explainPart(lesson, part, shell)),
  };
}

function explainPart({ definition }: Lesson, part: PartResult, shell: Shell): PartExplanation {
  const { name, difference, mistake, error } = part;
  const texts = definition.answer[name];
  const what = texts?.what[shell.language] ?? "";
  if (difference === null) return { name, what, right: true, lines: [] };
  const found = describe(name, difference, shell);
  if (difference.kind === "todo") return { name, what, right: false, lines: [found] };
  const template = mistake === null ? undefined : definition.mistakes[mistake];
  const typical =
    template === undefined
      ? []
      : [shell.text(commandTexts.learnTypical, { mistake: formatMessage(template, {}, shell.language) })];
  const known = error?.in(shell.language);
  const said = known === undefined ? [found] : [known.message, known.hint];
  const why = shell.text(commandTexts.learnWhy, { why: texts?.why[shell.language] ?? "" });
  return { name, what, right: false, lines: [...said, ...typical, why] };
}

function describe(name: string, { kind, at, found, expected }: Difference, { text }: Shell): string {
  const all = { name, at, found, expected };
  switch (kind) {
    case "todo":
      return at === "" ? text(commandTexts.learnTodo) : text(commandTexts.learnTodoAt, { name, at });
    case "kind":
      return text(commandTexts.learnKind, {
        ...all,
        found: text(kindText(found)),
        expected: text(kindText(expected)),
      });
    case "names":
      return text(commandTexts.learnNames, all);
    case "length":
      return text(commandTexts.learnLength, all);
    case "nan":
      return text(commandTexts.learnNan, all);
    case "value":
      return at === ""
        ? text(commandTexts.learnFoundExpected, { found, expected })
        : text(commandTexts.learnFoundExpectedAt, all);
  }
}

function kindText(kind: string) {
  switch (kind) {
    case "number":
      return commandTexts.learnKindNumber;
    case "text":
      return commandTexts.learnKindText;
    case "boolean":
      return commandTexts.learnKindBoolean;
    case "list":
      return commandTexts.learnKindList;
    default:
      return commandTexts.learnKindRecord;
  }
}

/** Whatever a program printed must not drive the terminal. */
function printable(text: string): string {
  return text.replace(/\r\n/g, "\n").replace(/\p{Cc}/gu, (c) => (c === "\n" || c === "\t" ? c : "\uFFFD"));
}

const mostPrintedLines = 20;

/** An explanation as lines for a terminal. */
export function explanationLines({ failure, parts, printed }: Explanation, shell: Shell): string[] {
  const { colors, text } = shell;
  const lines = printed.trimEnd().split("\n");
  const shownLines = lines.length > mostPrintedLines ? [...lines.slice(0, mostPrintedLines), "..."] : lines;
  return [
    ...(printed.trim() === ""
      ? []
      : [text(commandTexts.learnPrinted), ...shownLines.map((line) => `  | ${line}`), ""]),
    ...(failure === null ? [] : [`${colors.red("✗")} ${failure}`]),
    ...parts.flatMap(({ name, what, right, lines: said }) =>
      right
        ? [`${colors.green("✓")} ${name}  ${colors.dim(what)}`]
        : [`${colors.red("✗")} ${name}  ${colors.dim(what)}`, ...said.map((line) => `    ${line}`)],
    ),
  ];
}
