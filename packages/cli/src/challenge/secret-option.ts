import { readFile } from "node:fs/promises";
import { BraidynError } from "@braidyn/core";
import { locate } from "../locate.ts";
import type { Shell } from "../shell.ts";

/**
 * The secret that `--secret` gives: 64 hexadecimal digits, or a file that holds them, which keeps them out of the
 * shell's history.
 *
 * @throws BraidynError `COMMAND_SECRET` for a file that cannot be read or holds something else.
 */
export async function secretOption(
  given: string | undefined,
  { context }: Shell,
): Promise<string | undefined> {
  if (given === undefined || digits.test(given)) return given;
  const text = await readFile(locate(context, given), "utf8").catch(() => null);
  const secret = text?.trim() ?? "";
  if (!digits.test(secret)) throw new BraidynError("COMMAND_SECRET", {});
  return secret;
}

const digits = /^[0-9a-f]{64}$/i;
