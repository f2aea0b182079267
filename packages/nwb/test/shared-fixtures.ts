import { existsSync, readdirSync, readFileSync } from "node:fs";

/** One session file and what the dataset authors' own reader finds in it. */
export interface AuthorsFixture {
  readonly name: string;
  readonly path: string;
  readonly truth: AuthorsTruth;
}

export interface AuthorsTruth {
  parsed_from_file_name: { type: string; date: string; day: number };
  downsampled: LevelTruth;
  raw: LevelTruth;
  ophys_full: Record<string, ArrayTruth>;
}

export interface LevelTruth {
  error_read_all?: string;
  session_id: string;
  session_description: string;
  subject_id: string;
  subject_sex: string;
  subject_age: string;
  subject_weight: string;
  trials: { n: number; columns: ColumnTruth[]; rows: (number | string | null)[][] } | null;
  daq_columns: string[];
  video_views: string[];
  has_pupil: boolean;
  roi_names: string[];
  rois: { name: string; description: string; mask_shape: [number, number]; mask_pixels: number }[];
  series?: SeriesTruth[];
}

export interface ArrayTruth {
  shape: number[];
  sum: number;
  nan: number;
  sha256_f64le: string;
  timestamps: { n: number; sha256_f64le: string; mean_dt: number };
  unit?: string;
}

export interface SeriesTruth extends ArrayTruth {
  domain: string;
  name: string;
  unit: string;
}

interface ColumnTruth {
  name: string;
  dtype: string;
  nan?: number;
  sha256_f64le?: string;
  description?: string;
}

/** Files in the dataset's true layout; they stand beside the project where it is developed, not inside it. */
const folder = new URL("../../../../shared/fixtures/", import.meta.url);

export const sharedFixtures: readonly AuthorsFixture[] = existsSync(folder)
  ? readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => {
        const files = readdirSync(new URL(`${name}/`, folder));
        const file = (ending: string) =>
          new URL(`${name}/${files.find((each) => each.endsWith(ending))}`, folder);
        return {
          name,
          path: file(".nwb").pathname,
          truth: JSON.parse(readFileSync(file(".truth.json"), "utf8")),
        };
      })
  : [];
