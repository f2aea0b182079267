import type { Challenge, Report, SessionExamples } from "@braidyn/harness";

/** One baseline's scores; null where no session could be held out. */
export interface DecodingLine {
  readonly baseline: string;
  /** Each mouse from a model of all others. */
  readonly across: Report | null;
  /**
   * Each session from a model of its mouse's other sessions; null, too, where a mouse's sessions are scored together, since
   * each would then be ranked by another model.
   */
  readonly within: Report | null;
  /** As `across`, learned from shuffled truth. */
  readonly shuffled: Report | null;
}

export interface DecodingOptions {
  readonly challenge: Challenge;
  readonly baselines: readonly string[];
  readonly sessions: readonly SessionExamples[];
  /** Told the share of the work that is done, 0 to 1; what it throws ends the work. */
  readonly onProgress: (share: number, baseline: string) => void;
}

const columns = [
  { name: "across", scheme: "across-subjects", shuffled: false },
  { name: "within", scheme: "within-subject", shuffled: false },
  { name: "shuffled", scheme: "across-subjects", shuffled: true },
] as const;

/**
 * Cross-validates baselines over sessions: what each scores on other mice, on its own mice, and with shuffled truth.
 *
 * @throws BraidynError as `crossValidate`, except that a scheme for which there are too few sessions is left out.
 */
export async function decodingTable(options: DecodingOptions): Promise<DecodingLine[]> {
  const { baselines } = options;
  const lines: DecodingLine[] = [];
  for (const [b, baseline] of baselines.entries()) {
    const line: Record<(typeof columns)[number]["name"], Report | null> = {
      across: null,
      within: null,
      shuffled: null,
    };
    for (const [c, { name, ...how }] of columns.entries()) {
      if (name === "within" && options.challenge.definition.aggregation === "subject") continue;
      const before = b * columns.length + c;
      line[name] = await reportOf(options, baseline, how, (share) =>
        options.onProgress((before + share) / (baselines.length * columns.length), baseline),
      );
    }
    lines.push({ baseline, ...line });
  }
  return lines;
}

async function reportOf(
  { challenge, sessions }: DecodingOptions,
  baseline: string,
  how: Pick<(typeof columns)[number], "scheme" | "shuffled">,
  onShare: (share: number) => void,
): Promise<Report | null> {
  const { crossValidate } = await import("@braidyn/harness");
  const { isBraidynError } = await import("@braidyn/core");
  const onFold = (done: number, folds: number): void => onShare(done / folds);
  try {
    return await crossValidate({ challenge, baseline, sessions, ...how, onFold });
  } catch (error) {
    if (isBraidynError(error, "CROSSVALIDATION_TOO_FEW")) return null;
    throw error;
  }
}
