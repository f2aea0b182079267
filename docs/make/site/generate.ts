import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { challengeFieldsPage } from "./challenge-fields.ts";
import { commandsPage } from "./commands-page.ts";
import { errorsPage } from "./errors-page.ts";
import { docsFolder } from "./folders.ts";
import { gather } from "./gather.ts";
import { madeFolders } from "./made-folders.ts";

/** Makes the pages that follow from the code and from READMEs: commands, errors, fields, challenges, lessons, kits. */
export async function generatePages(): Promise<void> {
  for (const language of ["en", "ja"] as const) {
    const folder = language === "en" ? docsFolder : join(docsFolder, "ja");
    // The packages' reference takes longest and has its own place.
    for (const made of madeFolders.filter((each) => each !== "api")) rmSync(join(folder, made), { recursive: true, force: true });
    const reference = join(folder, "reference");
    mkdirSync(reference, { recursive: true });
    writeFileSync(join(reference, "commands.md"), await commandsPage(language));
    writeFileSync(join(reference, "challenge-yaml.md"), challengeFieldsPage(language));
    writeFileSync(join(reference, "errors.md"), errorsPage(language));
  }
  gather();
}
