import { BraidynError, commandTexts } from "@braidyn/core";
import { defineCommand } from "../command.ts";
import { numberOption } from "../number-option.ts";
import type { Shell } from "../shell.ts";
import { findPlace, lessonOf, startedLesson, type Place } from "../learn/place.ts";

/** What may be asked of a lesson; the harness of lessons has its own names for kits, which is too much to load for a help text. */
const actions = ["check", "hint", "solution", "restart"] as const;
const kits = ["python", "typescript"] as const;

export const learnCommand = defineCommand({
  usage: "learn [words..]",
  summary: commandTexts.learnSummary,
  examples: ["learn", "learn next", "learn check", "learn hint 3", "learn 4 --kit typescript"],
  build: (yargs, text) =>
    yargs
      .positional("words", {
        ...{ type: "string", array: true, default: [] as string[] },
        describe: text(commandTexts.learnWords),
      })
      .option("folder", { type: "string", requiresArg: true, describe: text(commandTexts.learnFolderOption) })
      .option("kit", { choices: kits, describe: text(commandTexts.learnKitOption) })
      .option("python", { type: "string", requiresArg: true, describe: text(commandTexts.learnPythonOption) })
      .option("seconds", { type: "number", default: 60, describe: text(commandTexts.learnSecondsOption) })
      .option("show", { type: "boolean", default: false, describe: text(commandTexts.learnShowOption) })
      .option("watch", { type: "boolean", default: false, describe: text(commandTexts.learnWatchOption) })
      .option("check-all", {
        type: "boolean",
        default: false,
        describe: text(commandTexts.learnCheckAllOption),
      }),
  run: async ({ words, show, watch, ...options }, shell) => {
    numberOption("--seconds", options.seconds, { low: 1, high: 86_400 });
    if (options["check-all"]) {
      const { checkAll } = await import("../learn/check-all.ts");
      return (await checkAll(options, shell)) ? 0 : 1;
    }
    const [word, number, ...rest] = words.map(String);
    if (rest.length > 0) throw unknownAction(words.join(" "));
    const place = await findPlace(options, shell);
    return act(word, number, place, { show, watch }, shell);
  },
});

async function act(
  word: string | undefined,
  number: string | undefined,
  place: Place,
  { show, watch }: { readonly show: boolean; readonly watch: boolean },
  shell: Shell,
): Promise<number | void> {
  const action = actions.find((each) => each === word);
  if (action === undefined) {
    if (number !== undefined) throw unknownAction(`${word} ${number}`);
    return start(word, place, shell);
  }
  const lesson = await startedLesson(number, place, shell);
  switch (action) {
    case "check": {
      const check = watch
        ? (await import("../learn/watch.ts")).watchLesson
        : (await import("../learn/check.ts")).checkLesson;
      return (await check(lesson, place, shell)) ? 0 : 1;
    }
    case "hint":
      return (await import("../learn/hint.ts")).showHint(lesson, place, shell);
    case "solution":
      return (await import("../learn/hint.ts")).showSolution(lesson, place, show, shell);
    case "restart":
      return (await import("../learn/start.ts")).restartLesson(lesson, place, shell);
  }
}

/** The list, the next lesson, or the one of a number. */
async function start(word: string | undefined, place: Place, shell: Shell): Promise<void> {
  const { nextLesson, showList } = await import("../learn/list.ts");
  if (word === undefined || word === "list") return showList(place, shell);
  if (word !== "next" && !/\d/.test(word)) throw unknownAction(word);
  const lesson = word === "next" ? nextLesson(place) : lessonOf(word, place.lessons);
  if (lesson === null) return shell.print(shell.text(commandTexts.learnAllPassed));
  return (await import("../learn/start.ts")).startLesson(lesson, place, shell);
}

function unknownAction(found: string): BraidynError {
  return new BraidynError("LEARN_ACTION", { found, known: ["next", "list", ...actions].join(", ") });
}
