import { basename, join, relative, resolve } from "node:path";
import { readFile } from "node:fs/promises";
import { commandTexts } from "@braidyn/core";
import { challengeFolder } from "../challenge/find-folder.ts";
import { defineCommand } from "../command.ts";
import { fillKit } from "../kit/fill-kit.ts";
import { kitFiles, kitNames, type KitFiles } from "../kit/kit-files.ts";
import { writeKit } from "../kit/write-kit.ts";
import { packageReferences } from "../kit/package-references.ts";
import { locate } from "../locate.ts";
import { packageVersion } from "../package-version.ts";
import { makeWholeFolder, refuseTaken } from "../whole-folder.ts";

export const newCommand = defineCommand({
  usage: "new <folder>",
  summary: commandTexts.newKitSummary,
  examples: [
    "new team --kit python --challenge lever-pull",
    "new team --kit typescript --challenge cross-mouse --packages packages",
  ],
  build: (yargs, text) =>
    yargs
      .positional("folder", {
        type: "string",
        demandOption: true,
        describe: text(commandTexts.kitFolderArgument),
      })
      .option("kit", { choices: kitNames, demandOption: true, describe: text(commandTexts.kitOption) })
      .option("challenge", {
        type: "string",
        requiresArg: true,
        demandOption: true,
        describe: text(commandTexts.challengeArgument),
      })
      .option("packages", {
        type: "string",
        requiresArg: true,
        describe: text(commandTexts.kitPackagesOption),
      }),
  run: async ({ folder, kit, challenge: wanted, packages }, shell) => {
    const target = resolve(locate(shell.context, folder));
    await refuseTaken(target, folder);
    const source = await challengeFolder(wanted, shell);
    const { catalogueFolders } = await import("@braidyn/challenges");
    const isOfCatalogue = [...catalogueFolders().values()].includes(source);
    const given = packages === undefined ? null : resolve(locate(shell.context, packages));
    const version = packageVersion();
    const filled = fillKit(kitFiles(kit), {
      name: basename(target),
      challenge: isOfCatalogue ? basename(source) : relative(target, resolve(source)).replaceAll("\\", "/"),
      version,
      references: packageReferences({ target, packages: given, version }),
    });
    const files = { ...filled, ...(await taskOf(source)) };
    const { interruption } = shell.context;
    await makeWholeFolder({ target, shown: folder, interruption }, (made) => writeKit(made, files));
    const paths = Object.keys(files).sort();
    if (shell.json) return shell.printJson({ folder, kit, challenge: wanted, files: paths });
    for (const path of paths) await shell.print(join(folder, path));
    const readme = join(folder, shell.language === "ja" ? "README.ja.md" : "README.md");
    await shell.note(shell.text(commandTexts.kitMade, { folder, kit, challenge: wanted, readme }));
  },
});

/** What the challenge asks, for the kit to have at hand. */
async function taskOf(challenge: string): Promise<KitFiles> {
  const names = { "README.md": "CHALLENGE.md", "README.ja.md": "CHALLENGE.ja.md" };
  const texts = await Promise.all(
    Object.entries(names).map(async ([name, kept]) => {
      const text = await readFile(join(challenge, name), "utf8").catch(() => null);
      return text === null ? [] : [[kept, text] as const];
    }),
  );
  return Object.fromEntries(texts.flat());
}
