import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { challengeFieldsPage } from "./challenge-fields.ts";
import { commandsPage } from "./commands-page.ts";
import { errorsPage } from "./errors-page.ts";
import { docsFolder } from "./folders.ts";
import { gather } from "./gather.ts";

/** Folders of pages that are made, in docs/ and docs/ja/; git does not keep them. */
const madeFolders = ["reference", "catalogue", "lessons", "kits"] as const;

/** Makes the pages that follow from the code and from READMEs: commands, errors, fields, challenges, lessons, kits. */
export async function generatePages(): Promise<void> {
  for (const language of ["en", "ja"] as const) {
    const folder = language === "en" ? docsFolder : join(docsFolder, "ja");
    for (const made of madeFolders) rmSync(join(folder, made), { recursive: true, force: true });
    const reference = join(folder, "reference");
    mkdirSync(reference, { recursive: true });
    writeFileSync(join(reference, "commands.md"), await commandsPage(language));
    writeFileSync(join(reference, "challenge-yaml.md"), challengeFieldsPage(language));
    writeFileSync(join(reference, "errors.md"), errorsPage(language));
  }
  gather();
}
