import { readFile, stat } from "node:fs/promises";
import { BraidynError, commandTexts } from "@braidyn/core";
import type { ReceiptCheckName, VerifiedReceipt } from "@braidyn/harness";
import { defineCommand } from "../command.ts";
import { locate } from "../locate.ts";
import type { Shell } from "../shell.ts";
import { receiptEvidence, type GivenEvidence } from "../submission/receipt-evidence.ts";

export const verifyCommand = defineCommand({
  usage: "verify <receipts..>",
  summary: commandTexts.verifySummary,
  examples: [
    "verify receipt.json --key organizer.pub",
    "verify 1.json 2.json --submission predictions.csv --bundle lever-pull",
  ],
  build: (yargs, text) =>
    yargs
      .positional("receipts", {
        type: "string",
        array: true,
        demandOption: true,
        describe: text(commandTexts.receiptsArgument),
      })
      .option("key", { type: "string", requiresArg: true, describe: text(commandTexts.publicKeyOption) })
      .option("report", {
        type: "string",
        requiresArg: true,
        describe: text(commandTexts.verifyReportOption),
      })
      .option("submission", {
        type: "string",
        requiresArg: true,
        describe: text(commandTexts.verifySubmissionOption),
      })
      .option("bundle", {
        type: "string",
        requiresArg: true,
        describe: text(commandTexts.verifyBundleOption),
      }),
  run: async ({ receipts: paths, key: asked, ...given }, shell) => {
    const key = asked === undefined ? undefined : await publicKey(asked, shell);
    const files = await Promise.all(paths.map((path) => receiptBytes(path, shell)));
    const verified: (VerifiedReceipt & { path: string })[] = [];
    for (const [i, file] of files.entries()) {
      const last = i === files.length - 1;
      verified.push({
        path: paths[i]!,
        ...(await verifyOne(file, files[i - 1], key, last ? given : {}, shell)),
      });
    }
    const valid = verified.every((each) => each.valid);
    if (shell.json) {
      await shell.printJson({ valid, receipts: verified.map((each) => asJson(each, shell)) });
      return valid ? 0 : 1;
    }
    for (const each of verified) await shell.print(drawn(each, shell));
    await shell.print(shell.text(valid ? commandTexts.receiptsValid : commandTexts.receiptsInvalid));
    if (valid && key === undefined) await shell.print(shell.text(commandTexts.keyNotPinned));
    return valid ? 0 : 1;
  },
});

async function verifyOne(
  file: Uint8Array,
  previous: Uint8Array | undefined,
  key: string | undefined,
  given: GivenEvidence,
  shell: Shell,
): Promise<VerifiedReceipt> {
  const { verifyReceipt } = await import("@braidyn/harness");
  const alone = await verifyReceipt(file, { key, previous });
  // files are looked at only for a receipt that is one
  if (alone.receipt === null || Object.values(given).every((path) => path === undefined)) return alone;
  return verifyReceipt(file, { key, previous, ...(await receiptEvidence(given, alone.receipt, shell)) });
}

async function receiptBytes(path: string, { context }: Shell): Promise<Uint8Array> {
  const file = locate(context, path);
  const found = await stat(file).catch(() => null);
  if (found === null) throw new BraidynError("COMMAND_NOT_FOUND", { path });
  if (!found.isFile()) throw new BraidynError("COMMAND_NOT_FILE", { path });
  if (found.size > 65_536) throw new BraidynError("RECEIPT_FORM", { reason: `${found.size} bytes` });
  return readFile(file);
}

async function publicKey(asked: string, { context }: Shell): Promise<string> {
  const { publicKeyOf } = await import("@braidyn/harness/build");
  if (/^[0-9a-f]{64}$/i.test(asked)) return publicKeyOf(asked, asked);
  const text = await readFile(locate(context, asked), "utf8").catch(() => null);
  if (text === null) throw new BraidynError("COMMAND_NOT_FOUND", { path: asked });
  return publicKeyOf(text, asked);
}

function asJson({ path, valid, receipt, checks }: VerifiedReceipt & { path: string }, { language }: Shell) {
  const shown = checks.map(({ check, result, problem }) => ({
    check,
    result,
    problem: problem?.in(language) ?? null,
  }));
  return { path, valid, receipt, checks: shown };
}

function drawn({ path, receipt, checks }: VerifiedReceipt & { path: string }, shell: Shell): string {
  const { colors, text, language } = shell;
  const lines = checks.map(({ check, result, problem }) => {
    const what = text(commandTexts[titles[check]]);
    if (result === "right") return `  ${colors.green("✓")} ${what}`;
    if (problem === null) return colors.dim(`  - ${what} ${text(commandTexts.unchecked)}`);
    const { code, message, hint } = problem.in(language);
    return `  ${colors.red("✗")} ${what}: ${message} (${code})\n    ${colors.dim(hint)}`;
  });
  return [receipt === null ? path : heading(path, receipt, shell), ...lines].join("\n");
}

function heading(
  path: string,
  { number, challenge, board, score, key }: NonNullable<VerifiedReceipt["receipt"]>,
  { text }: Shell,
): string {
  const value = score.value?.toFixed(4) ?? "-";
  const { metric } = score;
  return text(commandTexts.receiptOf, {
    path,
    number,
    challenge,
    board,
    metric,
    score: value,
    key: key.slice(0, 12),
  });
}

const titles = {
  form: "checkForm",
  signature: "checkSignature",
  key: "checkKey",
  chain: "checkChain",
  submission: "checkSubmission",
  bundle: "checkBundle",
  report: "checkReport",
  scorer: "checkScorer",
  score: "checkScore",
} as const satisfies Record<ReceiptCheckName, keyof typeof commandTexts>;
