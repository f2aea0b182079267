import type { ClockProfile, Profile } from "../profile.ts";
import type { ClockContents, SessionContents } from "../types.ts";
import type { SessionContext } from "./context.ts";

/** Members of a pose group that are no keypoints. Source: ndx-pose 0.1 and 0.2. */
const poseFields = new Set([
  "description",
  "dimensions",
  "edges",
  "labeled_videos",
  "nodes",
  "original_videos",
  "scorer",
  "skeleton",
  "source_software",
]);

/** Lists what a session holds, from the names in its groups. */
export async function readContents(context: SessionContext): Promise<SessionContents> {
  const { profile, file } = context;
  const [downsampled, raw, dff, masks, transform, images] = await Promise.all([
    readClock(context, profile.downsampled),
    readClock(context, profile.raw),
    present(context, profile.dff, "data"),
    present(context, profile.regions.tables, profile.regions.mask),
    profile.atlasTransform === null ? null : file.dataset(profile.atlasTransform),
    membersOfType(context, profile.images, profile.imageNames, sensorNames(profile), isImage),
  ]);
  return { downsampled, raw, dff, masks, atlasTransform: transform !== null, images };
}

async function readClock(context: SessionContext, clock: ClockProfile): Promise<ClockContents> {
  const { file, profile } = context;
  const views = Object.entries(clock.keypoints);
  const [sensors, poses, pupil, trials] = await Promise.all([
    membersOfType(context, clock.sensors, Object.keys(clock.known), profile.imageNames, isSignal),
    Promise.all(
      views.map(async ([view, path]) => keypointNames(await file.members(path), profile.keypointNames[view])),
    ),
    hasPupil(context, clock),
    file.members(clock.trials),
  ]);
  return {
    sensors,
    keypoints: Object.fromEntries(views.map(([view], i) => [view, poses[i] ?? []])),
    pupil,
    trials: trials !== null,
  };
}

/** Those of the profile's paths that the file has, by their names. */
async function present(
  { file }: SessionContext,
  paths: Readonly<Record<string, string>>,
  dataset: string,
): Promise<string[]> {
  const found = await Promise.all(
    Object.values(paths).map(async (path) => (await file.members(path))?.includes(dataset) === true),
  );
  return Object.keys(paths).filter((_, i) => found[i]);
}

async function hasPupil({ file }: SessionContext, { pupil }: ClockProfile): Promise<boolean> {
  if (pupil === null) return false;
  const groups = await Promise.all(Object.values(pupil).map((path) => file.members(path)));
  return groups.every((members) => members?.includes("data"));
}

function keypointNames(members: readonly string[] | null, known: readonly string[] = []): string[] {
  const names = (members ?? []).filter((name) => !poseFields.has(name));
  return [...known.filter((name) => names.includes(name)), ...names.filter((name) => !known.includes(name))];
}

function sensorNames({ downsampled, raw }: Profile): string[] {
  return [...Object.keys(downsampled.known), ...Object.keys(raw.known)];
}

const isSignal = (type: unknown) => type === "TimeSeries";
const isImage = (type: unknown) => typeof type === "string" && /(Image|Photon)Series$/.test(type);

/**
 * Members of a group whose NWB type passes `accept`. Names that the profile knows to be such, or to be something else,
 * are believed, so that opening a file looks at few objects.
 */
async function membersOfType(
  { file }: SessionContext,
  group: string,
  known: readonly string[],
  others: readonly string[],
  accept: (type: unknown) => boolean,
): Promise<string[]> {
  const members = (await file.members(group)) ?? [];
  const accepted = await Promise.all(
    members.map(async (name) => {
      if (known.includes(name)) return true;
      if (others.includes(name)) return false;
      return accept((await file.attributes(`${group}/${name}`)).get("neurodata_type"));
    }),
  );
  return members.filter((_, i) => accepted[i]);
}
