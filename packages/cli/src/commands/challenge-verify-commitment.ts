import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { BraidynError, commandTexts } from "@braidyn/core";
import { shownBytes } from "../bytes.ts";
import { challengeFolder } from "../challenge/find-folder.ts";
import { defineCommand } from "../command.ts";
import { locate } from "../locate.ts";
import type { Shell } from "../shell.ts";

export const challengeVerifyCommitmentCommand = defineCommand({
  usage: "verify-commitment <bundle>",
  summary: commandTexts.verifyCommitmentSummary,
  examples: [
    "challenge verify-commitment bundle --challenge my-challenge",
    "challenge verify-commitment bundle --commitment 4f1c...",
  ],
  build: (yargs, text) =>
    yargs
      .positional("bundle", { type: "string", demandOption: true, describe: text(commandTexts.bundleOption) })
      .option("commitment", {
        type: "string",
        requiresArg: true,
        describe: text(commandTexts.commitmentOption),
      })
      .option("challenge", {
        type: "string",
        requiresArg: true,
        describe: text(commandTexts.commitmentChallengeOption),
      })
      .conflicts("commitment", "challenge"),
  run: async ({ bundle, commitment, challenge }, shell) => {
    const published = await publishedCommitment(commitment, challenge, shell);
    const { verifyBundle } = await import("@braidyn/harness/build");
    const verified = await verifyBundle(locate(shell.context, bundle), published);
    if (shell.json) return shell.printJson({ ...verified, verified: true });
    const { files, bytes } = verified;
    await shell.print(shell.text(commandTexts.commitmentHolds, { files, size: shownBytes(bytes) }));
  },
});

/** @throws BraidynError `BUNDLE_NO_COMMITMENT`, `COMMAND_OPTION` for anything but 64 hexadecimal digits. */
async function publishedCommitment(
  given: string | undefined,
  challenge: string | undefined,
  shell: Shell,
): Promise<string> {
  if (given !== undefined) {
    if (/^[0-9a-f]{64}$/i.test(given)) return given;
    const expected = "64 x 0-9, a-f";
    throw new BraidynError("COMMAND_OPTION", { option: "--commitment", found: given, expected });
  }
  if (challenge === undefined) throw new BraidynError("BUNDLE_NO_COMMITMENT", {});
  const { parseChallenge } = await import("@braidyn/harness");
  const path = join(await challengeFolder(challenge, shell), "challenge.yaml");
  const { split } = parseChallenge(await readFile(path, "utf8"), path);
  if (split.commitment === undefined) throw new BraidynError("BUNDLE_NO_COMMITMENT", {});
  return split.commitment;
}
