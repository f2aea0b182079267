import type { DffSignal } from "../types.ts";
import type { SessionContext } from "./context.ts";
import { readTrials } from "./trials.ts";

/**
 * Looks at what will be wanted next while the session is opened, so that it costs no round trips of its own: the
 * regions' table, the trials, and the headers of dF/F and its clock. What cannot be read is found out by whoever needs it.
 */
export async function warmUp(context: SessionContext, signals: Promise<readonly DffSignal[]>): Promise<void> {
  const { file, profile } = context;
  const [table] = Object.values(profile.regions.tables);
  const names = table === undefined ? null : file.read(`${table}/${profile.regions.name}`);
  const series = signals.then(async ([signal]) => {
    const path = signal === undefined ? undefined : profile.dff[signal];
    if (path === undefined) return;
    const [data] = await Promise.all([
      file.dataset(`${path}/data`),
      file.attributes(`${path}/data`),
      file.dataset(`${path}/timestamps`),
    ]);
    return data;
  });
  await Promise.allSettled([names, series, readTrials(context, profile.downsampled.trials)]);
}
