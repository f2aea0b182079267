import { BraidynError } from "@braidyn/core";
import type { Selection } from "@braidyn/nwb/fetch";

/** What is taken where nothing is asked for: the loader's default. */
const usual = ["dFF", "sensors", "trials"];

interface SelectionOptions {
  readonly streams: string | undefined;
  readonly signals: string | undefined;
  readonly masks: boolean;
  readonly whole: boolean;
}

/**
 * What the options say to take; without any, what the challenge reads.
 *
 * @throws BraidynError `COMMAND_OPTION_UNUSED` for options that a whole file has no use for.
 */
export function selectionOf(
  { streams, signals, masks, whole }: SelectionOptions,
  reads: readonly string[] | null,
): Selection {
  for (const [option, given] of Object.entries({ "--streams": streams, "--signals": signals })) {
    if (whole && given !== undefined) {
      throw new BraidynError("COMMAND_OPTION_UNUSED", { option, what: "fetch --whole", known: "--parallel" });
    }
  }
  const asked = streams === undefined ? (reads ?? usual) : listed(streams);
  if (signals === undefined) return { streams: asked, masks };
  return { streams: [...listed(signals), ...asked.filter((stream) => !/^dFF/.test(stream))], masks };
}

function listed(text: string): string[] {
  return text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
