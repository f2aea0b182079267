import { commandTexts, type Template } from "@braidyn/core";
import type { ClockInspection, Inspection } from "./describe.ts";

/** What a whole session of the task has and this one does not. */
export function lacks(inspection: Inspection): Template[] {
  const { dff, masks, atlasTransform, downsampled, raw, images } = inspection;
  const rawThere = raw.sensors.length + Object.keys(raw.keypoints).length > 0;
  return [
    ...(dff.length === 0 ? [commandTexts.lacksDff] : []),
    ...lacksOnClock(downsampled),
    ...(masks.length === 0 ? [commandTexts.lacksMasks] : []),
    ...(atlasTransform ? [] : [commandTexts.lacksAtlas]),
    ...(rawThere ? [] : [commandTexts.lacksRaw]),
    ...(images.length === 0 ? [commandTexts.lacksImages] : []),
  ];
}

function lacksOnClock({ sensors, keypoints, pupil, trials }: ClockInspection): Template[] {
  const views = { body: commandTexts.lacksBody, face: commandTexts.lacksFace, eye: commandTexts.lacksEye };
  return [
    ...(sensors.length === 0 ? [commandTexts.lacksSensors] : []),
    ...(trials === null ? [commandTexts.lacksTrials] : []),
    ...Object.entries(views).flatMap(([view, text]) => (Object.hasOwn(keypoints, view) ? [] : [text])),
    ...(pupil ? [] : [commandTexts.lacksPupil]),
  ];
}
