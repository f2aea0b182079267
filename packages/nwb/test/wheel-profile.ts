import type { Profile } from "../src/index.ts";

/** A second paradigm, told in data alone: the files of `test/fixtures/nwb/other-paradigm`. */
export const wheelProfile: Profile = {
  id: "wheel",
  title: "a visual choice task with a wheel",
  sessionTypes: ["choice"],
  downsampled: {
    sensors: "/processing/aligned",
    known: { wheel: { unit: "rad" }, valve: { unit: "V" }, photodiode: { unit: "V" } },
    keypoints: { side: "/processing/aligned/side_video_keypoints" },
    pupil: null,
    trials: "/intervals/trials",
  },
  raw: {
    sensors: "/acquisition",
    known: { wheel: { unit: "rad" } },
    keypoints: {},
    pupil: null,
    trials: "/intervals/trials",
  },
  dff: { corrected: "/processing/imaging/Traces/corrected" },
  dffUnit: "fraction",
  regions: {
    tables: { green: "/processing/imaging/Segmentation/Areas" },
    name: "area",
    description: "area_description",
    mask: "image_mask",
  },
  atlasTransform: null,
  images: "/acquisition",
  imageNames: [],
  videos: {},
  keypointNames: { side: ["paw", "nose", "tongue"] },
  outcome: { label: "choice", success: "left", onset: "response_time" },
};
