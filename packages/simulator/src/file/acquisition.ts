import { formatSessionName } from "@braidyn/core";
import { dataset, group, softLink, type Hdf5Group, type Hdf5Node } from "@braidyn/nwb/write";
import { viewNames, views, type ViewName } from "../body/views.ts";
import type { SimulatedSession } from "../session.ts";
import { camera, planes } from "./general.ts";
import type { NwbMaker } from "./nwb.ts";
import { rawSensors } from "./raw-sensors.ts";

/** `/acquisition`: links to movies and images, and in full sessions the raw sensors. */
export function acquisition(make: NwbMaker, session: SimulatedSession): Hdf5Group {
  const name = formatSessionName(session.id).replace(/\.nwb$/, "");
  return group(
    {},
    {
      ...(session.options.layout === "full" ? rawSensors(make, session) : {}),
      ...videos(make, session, name),
      widefield_blue: images(make, session, planes.blue, "blue", `imaging/${name}_B.tiff`),
      widefield_UV: images(make, session, planes.UV, "UV", `imaging/${name}_V.tiff`),
    },
  );
}

/** The movie of a view, as the file names it. */
export function videoPath(session: SimulatedSession, view: ViewName): string {
  return `videos/${formatSessionName(session.id).replace(/\.nwb$/, "")}_${view}.mp4`;
}

/** The views that a session has movies of. */
export function filmedViews({ tracking }: SimulatedSession): readonly ViewName[] {
  if (tracking === null) return [];
  return tracking.keypoints === null ? ["eye"] : viewNames;
}

function videos(make: NwbMaker, session: SimulatedSession, name: string): Record<string, Hdf5Group> {
  const time = session.tracking?.videoTime ?? new Float64Array();
  const series = (view: ViewName): Hdf5Group =>
    external(make, "ImageSeries", views[view].description, `videos/${name}_${view}.mp4`, time, {
      device: softLink(camera),
    });
  return Object.fromEntries(filmedViews(session).map((view) => [`${view}_video`, series(view)]));
}

function images(
  make: NwbMaker,
  { time }: SimulatedSession,
  plane: string,
  light: string,
  path: string,
): Hdf5Group {
  const description = `widefield imaging data, ${light} excitation`;
  return external(make, "OnePhotonSeries", description, path, time, { imaging_plane: softLink(plane) });
}

/** Frames in a file outside. */
function external(
  make: NwbMaker,
  type: string,
  description: string,
  path: string,
  time: Float64Array,
  extra: Readonly<Record<string, Hdf5Node>>,
): Hdf5Group {
  return make.series({
    ...{ type, description },
    data: dataset(new Uint8Array(), { shape: [0, 0, 0] }),
    timestamps: time,
    unit: "n.a.",
    extra: {
      ...extra,
      external_file: dataset([path], { attributes: { starting_frame: BigInt64Array.of(0n) } }),
      format: dataset("external"),
    },
  });
}
