import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simulateCohort } from "@braidyn/simulator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findPython, runPython } from "../../../../test/python.ts";
import { reduceSession, type Selection } from "../../src/fetch.ts";
import { fileSource } from "../../src/hdf5/file-source.ts";
import { openSession, type Session } from "../../src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "braidyn-reduce-"));
let source = "";
beforeAll(async () => {
  const cohort = { mice: [0], days: [2], minutes: 1, layout: "full", maskSize: 48, seed: 3 } as const;
  [source = ""] = await simulateCohort({ ...cohort, outDir: join(folder, "full") });
});
afterAll(() => rmSync(folder, { recursive: true }));

const name = "VG1GC-48_2023-05-30_task-day2.nwb";
let made = 0;
async function reduced(streams: readonly string[], masks = true): Promise<string> {
  const to = join(mkdtempSync(join(folder, `${made++}-`)), name);
  await reduceSession(fileSource(source), { streams, masks } satisfies Selection, to);
  return to;
}

async function both<T>(path: string, read: (session: Session) => Promise<T>): Promise<[T, T]> {
  const sessions = await Promise.all([openSession(path), openSession(source)]);
  const [ours, theirs] = await Promise.all(sessions.map(read));
  for (const session of sessions) session.close();
  return [ours as T, theirs as T];
}

describe("a reduced session", () => {
  test("answers as the whole one does to all that was taken, and lacks the rest", async () => {
    const path = await reduced(["dFF", "sensors", "trials", "keypoints:body", "pupil"]);
    const questions: Readonly<Record<string, (session: Session) => Promise<unknown>>> = {
      info: async ({ info: { path: _, ...info }, id }) => ({ info, id }),
      regions: async (session) => session.regions,
      dff: (session) => session.dff(),
      "a second of dff": (session) => session.dff({ time: [20, 21] }),
      trials: (session) => session.trials(),
      sensors: (session) =>
        Promise.all(session.contents.downsampled.sensors.map((sensor) => session.sensor(sensor))),
      keypoint: (session) => session.keypoint("body", "rightpawcenter"),
      likelihood: (session) => session.likelihood("body", "rightpawcenter"),
      "its video": (session) => session.imageSeries("body_video"),
      pupil: (session) => session.pupil(),
      masks: (session) => session.masks(),
      atlas: (session) => session.atlasTransform(),
    };
    for (const [what, ask] of Object.entries(questions)) {
      const [ours, theirs] = await both(path, ask);
      expect(ours, what).toEqual(theirs);
    }
    const session = await openSession(path);
    expect(session.contents).toMatchObject({ dff: ["dFF"], masks: ["blue"], images: ["body_video"] });
    expect(session.contents.raw.sensors).toEqual([]);
    await expect(session.dff({ signal: "dFF_B" })).rejects.toMatchObject({ code: "NWB_MISSING" });
    session.close();
  });

  test("is small, and the same to the byte however often it is made", async () => {
    const [one, two] = [
      await reduced(["sensors", "dFF"]),
      await reduced(["dFF", "sensors", "sensors:lever"]),
    ];
    expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
    expect(readFileSync(one).length).toBeLessThan(readFileSync(source).length / 10);
    expect(readdirSync(join(one, ".."))).toEqual([name]);
  });

  test("without masks keeps the regions' names", async () => {
    const session = await openSession(await reduced(["dFF"], false));
    expect(session.regions).toHaveLength(44);
    expect(session.contents.masks).toEqual([]);
    session.close();
  });

  test("can be reduced again", async () => {
    const again = join(mkdtempSync(join(folder, "again-")), name);
    const wanted = { streams: ["dFF"], masks: true };
    await reduceSession(fileSource(await reduced(["dFF", "sensors", "dFF_V", "masks"])), wanted, again);
    const [ours, theirs] = await both(again, (session) => session.dff());
    expect(ours).toEqual(theirs);
  });
});

const python = findPython("pynwb");
const script = `
import json, sys, warnings
warnings.filterwarnings("ignore")
import h5py, numpy as np
from pynwb import NWBHDF5IO, validate
whole, answers = h5py.File(sys.argv[1]), []
for path in sys.argv[2:]:
    with NWBHDF5IO(path, "r", load_namespaces=True) as io:
        nwb = io.read()
        dff = nwb.processing["ophys"]["DfOverF"]["dFF"]
        names = list(dff.rois.table["roi_name"][:])
        errors = [str(error) for error in validate(io=io)]
    small, different = h5py.File(path), []
    def look(name, it):
        if isinstance(it, h5py.Dataset) and it.dtype.kind != "O":
            it, that = it, whole[name]
            if it.dtype != that.dtype or it[()].tobytes() != that[()].tobytes(): different.append(name)
    small.visititems(look)
    answers.append({"errors": errors, "regions": len(names), "link": str(getattr(small["processing/ophys/DfOverF/dFF"].get("rois", getlink=True), "path", "")), "different": different})
print(json.dumps(answers))
`;

test.skipIf(python === null)(
  "pynwb opens it, its validator finds nothing, and h5py finds every value bit for bit (needs Python with pynwb; set BRAIDYN_PYTHON)",
  async () => {
    const few = await reduced(["dFF", "sensors", "trials"]);
    const many = await reduced([
      "dFF",
      "dFF_B",
      "dFF_V",
      "sensors",
      "trials",
      "keypoints",
      "pupil",
      "raw:trials",
    ]);
    const sound = { errors: [], regions: 44, different: [] };
    expect(runPython(python!, script, source, few, many)).toEqual([
      { ...sound, link: "" }, // what the link leads to stands elsewhere in a signal that was not taken
      { ...sound, link: "/processing/ophys/DfOverF/dFF_B/rois" },
    ]);
  },
);
