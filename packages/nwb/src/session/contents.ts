import type { ClockProfile, Profile } from "../profile.ts";
import type { ClockContents, DffSignal, SessionContents } from "../types.ts";
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

/** Lists what a session holds, from the names in its groups; see {@link Listing}. */
export async function readContents(
  context: SessionContext,
  signals: Promise<readonly DffSignal[]>,
): Promise<SessionContents> {
  const { profile } = context;
  const [downsampled, raw, dff, masks, transform, images] = await Promise.all([
    readClock(context, profile.downsampled),
    readClock(context, profile.raw),
    signals,
    present(context, profile.regions.tables, profile.regions.mask),
    profile.atlasTransform === null ? false : isListed(context, profile.atlasTransform),
    membersOfType(context, profile.images, profile.imageNames, sensorNames(profile), isImage),
  ]);
  return { downsampled, raw, dff, masks, atlasTransform: transform, images };
}

/** The dF/F signals that the file has. */
export function listSignals(context: SessionContext): Promise<readonly DffSignal[]> {
  return present(context, context.profile.dff, "data");
}

async function readClock(context: SessionContext, clock: ClockProfile): Promise<ClockContents> {
  const { file, profile, listing } = context;
  const views = Object.entries(clock.keypoints);
  const [sensors, poses, pupil, trials] = await Promise.all([
    membersOfType(
      context,
      clock.sensors,
      Object.keys(clock.known),
      otherNames(profile, clock.sensors),
      isSignal,
    ),
    Promise.all(views.map(([view, path]) => keypointNames(context, path, profile.keypointNames[view]))),
    hasPupil(context, clock),
    listing === "quick" ? isListed(context, clock.trials) : file.names(clock.trials),
  ]);
  return {
    sensors,
    keypoints: Object.fromEntries(views.map(([view], i) => [view, poses[i] ?? []])),
    pupil,
    trials: trials !== null && trials !== false,
  };
}

/** Those of the profile's paths that the file has, by their names; `dataset` must be in what they lead to. */
async function present(
  context: SessionContext,
  paths: Readonly<Record<string, string>>,
  dataset: string,
): Promise<string[]> {
  const path = (group: string) => (context.listing === "quick" ? group : `${group}/${dataset}`);
  const found = await Promise.all(Object.values(paths).map((group) => isListed(context, path(group))));
  return Object.keys(paths).filter((_, i) => found[i]);
}

async function hasPupil(context: SessionContext, { pupil }: ClockProfile): Promise<boolean> {
  if (pupil === null) return false;
  const path = (series: string) => (context.listing === "quick" ? parentOf(series) : `${series}/data`);
  const found = await Promise.all(Object.values(pupil).map((series) => isListed(context, path(series))));
  return found.every(Boolean);
}

/** Whether the group above has such a name. What it leads to is looked at when it is read. */
async function isListed({ file }: SessionContext, path: string): Promise<boolean> {
  const parent = parentOf(path);
  return (await file.names(parent))?.includes(path.slice(parent.length).replace(/^\//, "")) === true;
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/")) || "/";
}

/** Keypoints of a pose group, the known ones first. */
async function keypointNames(
  context: SessionContext,
  path: string,
  known: readonly string[] = [],
): Promise<string[]> {
  if (context.listing === "quick" && known.length > 0)
    return (await isListed(context, path)) ? [...known] : [];
  const names = ((await context.file.names(path)) ?? []).filter((name) => !poseFields.has(name));
  return [...known.filter((name) => names.includes(name)), ...names.filter((name) => !known.includes(name))];
}

/** Members of a group that the profile knows to be no signals: movies, and what holds keypoints, pupil or trials. */
function otherNames(profile: Profile, group: string): string[] {
  const places = [profile.downsampled, profile.raw].flatMap(({ keypoints, pupil, trials }) => [
    ...Object.values(keypoints),
    ...Object.values(pupil ?? {}),
    trials,
  ]);
  const below = places.filter((path) => path.startsWith(`${group}/`));
  const names = below.map((path) => path.slice(group.length + 1).replace(/\/.*/, ""));
  return group === profile.images ? [...names, ...profile.imageNames] : names;
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
  const members = (await file.names(group)) ?? [];
  const accepted = await Promise.all(
    members.map(async (name) => {
      if (known.includes(name)) return true;
      if (others.includes(name)) return false;
      return accept((await file.attributes(`${group}/${name}`)).get("neurodata_type"));
    }),
  );
  return members.filter((_, i) => accepted[i]);
}
