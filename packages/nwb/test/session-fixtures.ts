import { readdirSync, readFileSync } from "node:fs";

/** A session file of `test/fixtures/nwb` and what h5py reads from it; the README there explains the keys. */
export interface SessionFixture {
  readonly name: string;
  readonly path: string;
  readonly truth: SessionTruth;
}

export interface SessionTruth {
  nwb_version: string;
  fields: Record<string, string | null>;
  series: SeriesTruth[];
  trials: Record<string, { n: number; columns: ColumnTruth[]; rows: unknown[][] }>;
  regions: Record<string, { columns: string[] } & Record<string, unknown>>;
  keypoints: Record<string, string[]>;
  atlas_transform?: number[][];
}

export interface NumbersTruth {
  shape: number[];
  sha256_f64le: string;
  nan: number;
}

export interface SeriesTruth extends NumbersTruth {
  path: string;
  type: string;
  dtype: string;
  unit: string;
  scaled?: { sha256_f64le: string };
  confidence?: NumbersTruth;
  external_file?: string[];
  timestamps?: NumbersTruth;
  rate?: number;
  time?: { n: number; first3: number[]; last3: number[] };
}

interface ColumnTruth extends NumbersTruth {
  name: string;
  dtype: string;
  description: string;
}

const folder = new URL("../../../test/fixtures/nwb/", import.meta.url);

export const sessionFixtures: readonly SessionFixture[] = readdirSync(folder).map((name) => {
  const files = readdirSync(new URL(`${name}/`, folder));
  const file = (ending: string) => {
    const found = files.find((each) => each.endsWith(ending)) ?? "";
    return new URL(`${name}/${encodeURIComponent(found)}`, folder);
  };
  const truth = JSON.parse(readFileSync(file(".truth.json"), "utf8")) as SessionTruth;
  return { name, path: decodeURIComponent(file(".nwb").pathname), truth };
});

export function sessionFixture(name: string): SessionFixture {
  const found = sessionFixtures.find((fixture) => fixture.name === name);
  if (found === undefined) throw new Error(`no fixture ${name}`);
  return found;
}
