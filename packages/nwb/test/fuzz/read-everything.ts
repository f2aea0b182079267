import { openSession, type OpenOptions, type Session } from "../../src/index.ts";

/** Called with what a read gave or how it failed. */
export type OnResult = (what: string, error?: unknown) => void;

/** Opens a session and reads all that its contents list, one after the other. */
export async function readEverything(path: string, options: OpenOptions, onResult: OnResult): Promise<void> {
  const attempt = async <T>(what: string, work: () => Promise<T>): Promise<T | undefined> => {
    try {
      const result = await work();
      onResult(what);
      return result;
    } catch (error) {
      onResult(what, error);
      return undefined;
    }
  };
  const session = await attempt("open", () => openSession(path, options));
  if (session === undefined) return;
  for (const [what, read] of reads(session)) await attempt(what, async () => read());
  await attempt("close", async () => session.close());
}

function* reads(session: Session): Generator<[what: string, read: () => Promise<unknown>]> {
  const { contents } = session;
  for (const level of ["downsampled", "raw"] as const) {
    const clock = level === "raw" ? session.raw : session;
    const { sensors, keypoints, pupil, trials } = contents[level];
    for (const name of sensors) {
      yield [`${level} ${name}`, () => clock.sensor(name)];
      yield [`${level} ${name}, a second`, () => clock.sensor(name, { time: [6, 7] })];
    }
    for (const [view, names] of Object.entries(keypoints)) {
      for (const name of names) {
        yield [`${level} ${view} ${name}`, () => clock.keypoint(view, name)];
        if (level === "downsampled") yield [`likelihood of ${name}`, () => session.likelihood(view, name)];
      }
    }
    if (pupil) yield [`${level} pupil`, () => clock.pupil()];
    if (trials) yield [`${level} trials`, () => clock.trials()];
  }
  for (const signal of contents.dff) {
    yield [signal, () => session.dff({ signal })];
    yield [`${signal}, a second`, () => session.dff({ signal, time: [6, 7] })];
  }
  for (const channel of contents.masks) yield [`${channel} masks`, () => session.masks({ channel })];
  if (contents.atlasTransform) yield ["atlas transform", () => session.atlasTransform()];
  for (const name of contents.images) {
    yield [name, () => session.imageSeries(name)];
    yield [`frames of ${name}`, () => session.frames(name, { frames: [0, 20] })];
  }
}
