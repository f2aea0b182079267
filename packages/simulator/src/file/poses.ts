import { dataset, type Hdf5Group } from "@braidyn/nwb/write";
import type { Pupil } from "../body/pupil.ts";
import type { TrackedPoint } from "../body/tracking.ts";
import { views, type ViewName } from "../body/views.ts";
import type { NwbMaker } from "./nwb.ts";

/** What a keypoint series holds on one clock: positions with their times, and likelihoods (always on the video's). */
export interface PoseData {
  readonly time: Float64Array;
  readonly xyOf: (point: TrackedPoint) => Float32Array | Float64Array;
}

/** `<view>_video_keypoints`. */
export function poses(
  make: NwbMaker,
  view: ViewName,
  points: readonly TrackedPoint[],
  { time, xyOf }: PoseData,
  video: string,
): Hdf5Group {
  const series = points.map((point) => [
    point.name,
    make.series({
      type: "PoseEstimationSeries",
      namespace: "ndx-pose",
      description: `Keypoint '${point.name}' from the ${view} video.`,
      data: dataset(xyOf(point), { shape: [time.length, 2] }),
      timestamps: time,
      unit: "pixels",
      extra: {
        confidence: dataset(point.likelihood, {
          attributes: { definition: "Softmax output of the deep neural network." },
        }),
        reference_frame: dataset("(0,0) corresponds to the top left corner of the video."),
      },
    }),
  ]);
  const scorer = `DLC_resnet50_${view}-videoMay1shuffle1_500000`;
  return make.group(
    "PoseEstimation",
    {},
    {
      ...(Object.fromEntries(series) as Record<string, Hdf5Group>),
      description: dataset(`Estimated positions of keypoints from the ${view} view frames using DeepLabCut.`),
      dimensions: dataset(Uint16Array.from(views[view].size), { shape: [1, 2] }),
      labeled_videos: dataset([] as string[]),
      nodes: dataset(points.map(({ name }) => name)),
      original_videos: dataset([video]),
      scorer: dataset(scorer),
      source_software: dataset("DeepLabCut", { attributes: { version: "2.3.10" } }),
    },
    "ndx-pose",
  );
}

/** `eye_position` and `pupil_tracking`. */
export function pupilGroups(make: NwbMaker, pupil: Pupil, time: Float64Array): Record<string, Hdf5Group> {
  const position = (axis: "x" | "y", values: Float32Array): Hdf5Group =>
    make.series({
      type: "SpatialSeries",
      description: `${axis}-position of the center of the pupil`,
      data: dataset(values),
      timestamps: time,
      unit: "pixels",
      extra: { reference_frame: dataset("top left") },
    });
  return {
    eye_position: make.group(
      "EyeTracking",
      {},
      {
        center_x: position("x", pupil.centerX),
        center_y: position("y", pupil.centerY),
      },
    ),
    pupil_tracking: make.group(
      "PupilTracking",
      {},
      {
        diameter: make.series({
          description: "pupil diameter extracted from the video of the right eye",
          data: dataset(pupil.diameter),
          timestamps: time,
          unit: "pixels",
        }),
      },
    ),
  };
}
