import { dataset, group, reference, type Hdf5Group } from "@braidyn/nwb/write";
import type { Tracking } from "../body/tracking.ts";
import { frameAtOrAfter, frameTick, secondsAt } from "../clock.ts";
import { randomStream } from "../random.ts";
import type { SimulatedSession } from "../session.ts";
import { acquisition, filmedViews, videoPath } from "./acquisition.ts";
import { general } from "./general.ts";
import { nwbMaker, type NwbMaker } from "./nwb.ts";
import { ophys } from "./ophys.ts";
import { poses, pupilGroups } from "./poses.ts";
import { specifications } from "./specifications.ts";
import { stimulusTable, trialTable, type Clock } from "./trials.ts";

const descriptions = {
  task: "Cued lever-pull task: a head-fixed mouse pulls the lever in response to a 10-kHz pure tone to obtain water reward.",
  "resting-state": "Resting-state recording.",
  "sensory-stim": "Sensory stimulation under anesthesia.",
};

/** A session as the dataset's files have it. */
export function sessionTree(session: SimulatedSession): Hdf5Group {
  const { seed, mouse, day, type, layout } = session.options;
  const random = randomStream(seed, mouse, day, type, "file");
  const make = nwbMaker(random);
  const start = startTime(session);
  const full = layout === "full";
  return group(
    {
      ".specloc": reference("/specifications"),
      ...{ namespace: "core", neurodata_type: "NWBFile", nwb_version: "2.7.0", object_id: make.uuid() },
    },
    {
      acquisition: acquisition(make, session),
      analysis: group({}, { atlas_to_data_transform: atlas(make, session) }),
      file_create_date: dataset([start], { ascii: true }),
      general: general(make, session),
      identifier: dataset(make.uuid()),
      ...(full ? intervals(make, session) : {}),
      processing: group(
        {},
        {
          ...(full && session.tracking ? { behavior: behaviour(make, session, session.tracking) } : {}),
          downsampled: downsampled(make, session),
          ophys: ophys(make, session),
        },
      ),
      session_description: dataset(descriptions[type]),
      session_start_time: dataset(start, { ascii: true }),
      specifications: specifications(),
      stimulus: group({}, { presentation: group(), templates: group() }),
      timestamps_reference_time: dataset(start, { ascii: true }),
    },
  );
}

/** `/processing/downsampled`: all on the clock of the imaging frames. */
function downsampled(make: NwbMaker, session: SimulatedSession): Hdf5Group {
  const { sensors, tracking, time } = session;
  const series = Object.entries(sensors ?? {}).map(([name, values]) => [
    name,
    make.series({ data: dataset(values), timestamps: time }),
  ]);
  const views = filmedViews(session).flatMap((view) => {
    const points = tracking?.keypoints?.[view];
    if (points === undefined) return [];
    const data = { time, xyOf: (point: (typeof points)[number]) => point.xy };
    return [[`${view}_video_keypoints`, poses(make, view, points, data, videoPath(session, view))]];
  });
  return make.group(
    "ProcessingModule",
    { description: "validated session data, down-sampled to the time base of imaging dF/F" },
    {
      ...(Object.fromEntries([...series, ...views]) as Record<string, Hdf5Group>),
      ...(tracking?.pupil ? pupilGroups(make, tracking.pupil, time) : {}),
      ...trials(make, session, (tick) => secondsAt(frameTick(frameAtOrAfter(tick))), "downsampled trials of"),
    },
  );
}

/** `/processing/behavior`: keypoints and pupil on the clock of the videos. */
function behaviour(make: NwbMaker, session: SimulatedSession, tracking: Tracking): Hdf5Group {
  const views = filmedViews(session).flatMap((view) => {
    const points = tracking.keypoints?.[view];
    if (points === undefined) return [];
    const data = {
      time: tracking.videoTime,
      xyOf: (point: (typeof points)[number]) => point.rawXy ?? point.xy,
    };
    return [[`${view}_video_keypoints`, poses(make, view, points, data, videoPath(session, view))]];
  });
  return make.group(
    "ProcessingModule",
    { description: "Processed behavioral data" },
    {
      ...(Object.fromEntries(views) as Record<string, Hdf5Group>),
      ...(tracking.rawPupil ? pupilGroups(make, tracking.rawPupil, tracking.videoTime) : {}),
    },
  );
}

/** `/intervals`: trials on the acquisition clock. */
function intervals(make: NwbMaker, session: SimulatedSession): Record<string, Hdf5Group> {
  const tables = trials(make, session, secondsAt, "trials of");
  return "trials" in tables ? { intervals: group({}, tables) } : {};
}

/** Rest has no trials. */
function trials(
  make: NwbMaker,
  { events, options }: SimulatedSession,
  clock: Clock,
  what: string,
): Record<string, Hdf5Group> {
  if (options.type === "resting-state") return {};
  if (options.type === "sensory-stim") {
    return { trials: stimulusTable(make, events.stimuli, clock, `${what} the 'sensory-stim' session`) };
  }
  const description = `${what} the 'cued-lever-pull' session`;
  return { trials: trialTable(make, events.trials, clock, options.outcomeLabels, description) };
}

function atlas(make: NwbMaker, { atlasTransform, masks }: SimulatedSession): Hdf5Group {
  const size = `${masks.size}x${masks.size}`;
  return make.table(
    "DynamicTable",
    `affine transformation matrix from the 512x512 Allen CCF atlas to the ${size} imaging data coordinates`,
    {
      affine_matrix: {
        description: "affine transformation matrix",
        values: dataset(atlasTransform, { shape: [1, 2, 3] }),
      },
    },
  );
}

/** ISO 8601, in the afternoon in Tokyo. */
function startTime({ id, options }: SimulatedSession): string {
  const random = randomStream(options.seed, options.mouse, options.day, options.type, "start");
  const two = (below: number, from = 0): string =>
    String(from + Math.floor(below * random.uniform())).padStart(2, "0");
  return `${id.date}T${two(6, 12)}:${two(60)}:${two(60)}+09:00`;
}
