import { sessionTypes } from "@braidyn/core";
import type { ClockProfile, Profile, SensorProfile } from "./profile.ts";

/** Slow sensors and codes have the same unit on both clocks. */
const onBothClocks: Readonly<Record<string, SensorProfile>> = {
  lever: { unit: "mm" },
  motion: { unit: "a.u." },
  state_lever: { unit: "" },
  state_task: { unit: "" },
  air_pressure: { unit: "hPa" },
  CO2_level: { unit: "ppm" },
  humidity: { unit: "%" },
  room_temp: { unit: "°C" },
};

const downsampled: ClockProfile = {
  sensors: "/processing/downsampled",
  known: {
    ...onBothClocks,
    tone: { unit: "" },
    reward: { unit: "" },
    lick: { unit: "" },
    lick_rate: { unit: "Hz" },
    stim_visual: { unit: "" },
    stim_auditory: { unit: "" },
    stim_somatosensory: { unit: "" },
  },
  ...cameraData("/processing/downsampled"),
  trials: "/processing/downsampled/trials",
};

/** The raw clock keeps logic signals as the volts that were recorded. */
const raw: ClockProfile = {
  sensors: "/acquisition",
  known: {
    ...onBothClocks,
    tone: { unit: "V" },
    reward: { unit: "V" },
    lick: { unit: "V" },
    pull_duration: { unit: "ms" },
    LED_B: { unit: "V" },
    LED_V: { unit: "V" },
    img_acquisition: { unit: "V" },
    video_trig: { unit: "V" },
    stim_visual: { unit: "V" },
    stim_auditory: { unit: "V" },
    stim_somatosensory: { unit: "V" },
  },
  ...cameraData("/processing/behavior"),
  trials: "/intervals/trials",
};

function cameraData(group: string): Pick<ClockProfile, "keypoints" | "pupil"> {
  return {
    keypoints: {
      body: `${group}/body_video_keypoints`,
      face: `${group}/face_video_keypoints`,
      eye: `${group}/eye_video_keypoints`,
    },
    pupil: {
      diameter: `${group}/pupil_tracking/diameter`,
      centerX: `${group}/eye_position/center_x`,
      centerY: `${group}/eye_position/center_y`,
    },
  };
}

const pupilEdges = Array.from({ length: 30 }, (_, i) => `pupiledge${String(i + 1).padStart(2, "0")}`);

/** BraiDyn-BC, DANDI:001425. Source: Kondo et al. 2025, doi:10.1038/s41597-025-05482-y, and the authors' files. */
export const braidynBc: Profile = {
  id: "braidyn-bc",
  title: "BraiDyn-BC (DANDI:001425)",
  sessionTypes,
  downsampled,
  raw,
  dff: {
    dFF: "/processing/ophys/DfOverF/dFF",
    dFF_B: "/processing/ophys/DfOverF/dFF_B",
    dFF_V: "/processing/ophys/DfOverF/dFF_V",
  },
  dffUnit: "fraction",
  regions: {
    tables: {
      blue: "/processing/ophys/ImageSegmentation/ROIs",
      UV: "/processing/ophys/ImageSegmentation/ROIs_V",
    },
    name: "roi_name",
    description: "roi_description",
    mask: "image_mask",
  },
  atlasTransform: "/analysis/atlas_to_data_transform/affine_matrix",
  images: "/acquisition",
  imageNames: ["body_video", "face_video", "eye_video", "widefield_blue", "widefield_UV"],
  videos: {
    body: "/acquisition/body_video",
    face: "/acquisition/face_video",
    eye: "/acquisition/eye_video",
  },
  keypointNames: {
    body: ["lickport", "rightpawcenter", "leftpawcenter", "rightbartip", "leftbartip"],
    face: [
      "lickport",
      "tonguetip",
      "lowerjaw",
      "nosetip",
      "noseroot",
      "nosebottom",
      "noseright",
      "rightpawcenter",
      "leftpawcenter",
      "eyemedial",
      "eyelateral",
      "earroot",
      "eartip",
      "earlateral",
    ],
    eye: ["medialcorner", "lateralcorner", ...pupilEdges],
  },
  outcome: { label: "trial_outcome", success: "success", onset: "pull_onset" },
};
