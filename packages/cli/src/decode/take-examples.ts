import { isBraidynError } from "@braidyn/core";
import { loadChallenge } from "@braidyn/challenges";
import { createRandom, type Examples } from "@braidyn/harness";
import { openSession } from "@braidyn/nwb";

/** A session file and the challenge whose rows are taken from it. */
export interface ExamplesTask {
  /** As `loadChallenge` takes it. */
  readonly challenge: string;
  readonly path: string;
}

/** A session's rows, or why it gives none. */
export type ExamplesResult =
  | { readonly subject: string; readonly session: string; readonly examples: Examples }
  | { readonly session: string; readonly lacks: string };

/** @throws BraidynError as `loadChallenge`, `openSession` and reading damaged data do. */
export async function takeExamples({ challenge, path }: ExamplesTask): Promise<ExamplesResult> {
  const { definition, module } = await loadChallenge(challenge);
  const opened = await openSession(path);
  try {
    const { subject, session, type } = opened.info;
    const wanted = definition.data.sessions.type;
    if (type !== wanted) return { session, lacks: `${type} != ${wanted}` };
    const seed = createRandom(`${definition.id}/${session}/${definition.statistics.seed}`).integer(2 ** 32);
    return { subject, session, examples: await module.examples(opened, { seed }) };
  } catch (error) {
    if (isBraidynError(error, "NWB_MISSING")) return { session: path, lacks: String(error.parameters.what) };
    throw error;
  } finally {
    opened.close();
  }
}
