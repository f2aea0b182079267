import type { ChosenPaths } from "../copy/choice.ts";
import type { ClockProfile, Profile } from "../profile.ts";
import type { ClockContents, SessionContents } from "../types.ts";
import { parseStream, type Selection, type Stream, type StreamParts } from "./streams.ts";

/** Which paths of a session hold the wanted streams, and which of the streams it lacks. */
export interface ChosenStreams {
  readonly paths: ChosenPaths;
  readonly lacking: readonly Stream[];
}

/** What every session file has by the format, filled or not. Source: NWB 2.7, `NWBFile`. */
const frames = ["/acquisition", "/analysis", "/processing", "/stimulus/presentation", "/stimulus/templates"];

/** Who, when and with what; and the schemas, without which pynwb cannot read extensions. */
const always = ["/general", "/specifications"];

/**
 * Paths of the wanted streams. dF/F brings the table of its regions with it; keypoints at 30 Hz the series of their video,
 * which is the clock of their likelihoods.
 *
 * @param films image series that hold no images themselves, by view.
 * @param masks whether the tables keep where the regions lie, without which pynwb does not open them.
 * @throws BraidynError `FETCH_STREAM`
 */
export function chooseStreams(
  { streams, masks }: Selection,
  contents: SessionContents,
  profile: Profile,
  films: Readonly<Record<string, string>> = {},
): ChosenStreams {
  const wanted = streams.map((stream) => ({ stream, parts: parseStream(stream, profile) }));
  const found = wanted.map(({ stream, parts }) => ({ stream, paths: pathsOf(parts, contents, profile) }));
  const tables = Object.values(profile.regions.tables);
  const hasDff = wanted.some(({ parts }) => parts.kind === "dff");
  const hasMasks = masks || wanted.some(({ parts }) => parts.kind === "masks");
  const atlas =
    contents.atlasTransform && profile.atlasTransform !== null ? [parent(profile.atlasTransform)] : [];
  return {
    paths: {
      frames,
      whole: [
        ...always,
        ...atlas,
        ...(hasDff ? tables.slice(0, 1) : []),
        ...found.flatMap(({ paths }) => paths),
        ...wanted.flatMap(({ parts }) => filmsOf(parts, contents, films)),
      ],
      without: hasMasks ? [] : tables.map((table) => `${table}/${profile.regions.mask}`),
    },
    lacking: found.filter(({ paths }) => paths.length === 0).map(({ stream }) => stream),
  };
}

function pathsOf({ clock, kind, name }: StreamParts, contents: SessionContents, profile: Profile): string[] {
  if (kind === "dff") return contents.dff.includes(name ?? "") ? [profile.dff[name ?? ""] as string] : [];
  if (kind === "masks") return contents.masks.map((channel) => profile.regions.tables[channel] as string);
  return clockPaths(kind, name, profile[clock], contents[clock]);
}

function filmsOf(
  { clock, kind, name }: StreamParts,
  contents: SessionContents,
  films: Readonly<Record<string, string>>,
): string[] {
  if (clock !== "downsampled" || kind !== "keypoints") return [];
  return Object.entries(films)
    .filter(
      ([view]) => (name === null || view === name) && (contents.downsampled.keypoints[view]?.length ?? 0) > 0,
    )
    .map(([, path]) => path);
}

function clockPaths(
  kind: "sensors" | "trials" | "keypoints" | "pupil",
  name: string | null,
  clock: ClockProfile,
  contents: ClockContents,
): string[] {
  const chosen = (each: string) => name === null || each === name;
  switch (kind) {
    case "sensors":
      return contents.sensors.filter(chosen).map((sensor) => `${clock.sensors}/${sensor}`);
    case "trials":
      return contents.trials ? [clock.trials] : [];
    case "pupil":
      return contents.pupil ? Object.values(clock.pupil ?? {}).map(parent) : [];
    case "keypoints":
      return Object.entries(clock.keypoints)
        .filter(([view]) => chosen(view) && (contents.keypoints[view]?.length ?? 0) > 0)
        .map(([, path]) => path);
  }
}

function parent(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}
