import { readFileSync } from "node:fs";
import { dataset, group, type Hdf5Group } from "@braidyn/nwb/write";

/** namespace -> version -> document -> schema. */
type Specifications = Record<string, Record<string, Record<string, unknown>>>;

let loaded: Specifications | undefined;

/**
 * `/specifications`: the schemas of core 2.7.0, hdmf-common 1.8.0, hdmf-experimental 0.5.0 and ndx-pose 0.1.1, which the
 * dataset's files carry and pynwb reads the keypoints by; their sentences are left out. Where they come from:
 * `data/README.md`.
 */
export function specifications(): Hdf5Group {
  loaded ??= JSON.parse(
    readFileSync(new URL("../../data/specifications.json", import.meta.url), "utf8"),
  ) as Specifications;
  return mapGroup(loaded, (versions) =>
    mapGroup(versions, (documents) => mapGroup(documents, (schema) => dataset(JSON.stringify(schema)))),
  );
}

function mapGroup<Value>(
  values: Readonly<Record<string, Value>>,
  make: (value: Value) => Hdf5Group["children"][string],
): Hdf5Group {
  return group({}, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, make(value)])));
}
