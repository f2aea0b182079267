import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { findPython, runPython } from "../../../test/python.ts";
import { simulateSession, writeSession, type SessionOptions } from "../src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "braidyn-pynwb-"));
afterAll(() => rmSync(folder, { recursive: true }));

const script = `
import json, sys
from pynwb import NWBHDF5IO, validate
errors = [str(error) for error in validate(path=sys.argv[1])]
with NWBHDF5IO(sys.argv[1], "r", load_namespaces=True) as io:
    nwb = io.read()
    dff = nwb.processing["ophys"]["DfOverF"]
    masks = nwb.processing["ophys"]["ImageSegmentation"]["ROIs"]["image_mask"]
    print(json.dumps({
        "errors": errors,
        "subject": nwb.subject.subject_id,
        "first": dff["dFF"].data[0].tolist(),
        "rois": dff["dFF"].rois.table.name,
        "regions": [str(name) for name in dff["dFF"].rois.table["roi_name"].data[:]],
        "mask": [str(masks.data.dtype), int(masks.data[:].sum())],
        "series": sorted(nwb.processing["downsampled"].data_interfaces),
    }))`;

const python = findPython("pynwb");
const kinds: Record<string, SessionOptions> = {
  reduced: {},
  full: { layout: "full" },
  "resting-state": { type: "resting-state", day: 0 },
  "sensory-stim": { type: "sensory-stim" },
  "dF/F only": { streams: [] },
};

test.skipIf(python === null).each(Object.entries(kinds))(
  "pynwb opens a %s session, finds no error and reads our values (needs Python with pynwb; set BRAIDYN_PYTHON)",
  async (name, options) => {
    const session = simulateSession({ seed: 3, minutes: 0.5, maskSize: 64, ...options });
    const path = join(folder, `${name.replace(/\W/g, "-")}.nwb`);
    await writeSession(session, path);
    expect(runPython(python!, script, path)).toMatchObject({
      errors: [],
      subject: session.id.subject,
      first: Array.from(session.dff.dFF.subarray(0, 44)),
      rois: "ROIs",
      regions: expect.arrayContaining(["AUDp_l", "VISrl_r"]) as string[],
      mask: ["bool", session.masks.data.reduce((sum, inside) => sum + inside, 0)],
      series: expect.arrayContaining(Object.keys(session.sensors ?? {})) as string[],
    });
  },
);
