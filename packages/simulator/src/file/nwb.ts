import {
  dataset,
  group,
  type Attribute,
  type Hdf5Dataset,
  type Hdf5Group,
  type Hdf5Node,
  type Values,
} from "@braidyn/nwb/write";
import type { RandomStream } from "../random.ts";

type Children = Readonly<Record<string, Hdf5Node>>;
type Attributes = Readonly<Record<string, Attribute>>;

/** Makes NWB objects: groups and datasets that say what they are and carry an id of their own. */
export interface NwbMaker {
  /** A random-looking UUID (version 4) from the session's seed. */
  uuid(): string;
  group(type: string, attributes?: Attributes, children?: Children, namespace?: string): Hdf5Group;
  /** A table: `columns` in order, each with what it is. */
  table(
    type: string,
    description: string,
    columns: Readonly<Record<string, Column>>,
    extra?: Children,
  ): Hdf5Group;
  /** An object that is a dataset. */
  dataset(type: string, attributes: Attributes, values: Hdf5Dataset, namespace?: string): Hdf5Dataset;
  /** One signal. */
  series(signal: Signal): Hdf5Group;
}

export interface Column {
  readonly description: string;
  readonly values: Hdf5Dataset;
}

export interface Signal {
  readonly data: Hdf5Dataset;
  readonly timestamps: Values | (() => Values);
  readonly type?: string;
  readonly namespace?: string;
  readonly description?: string;
  readonly unit?: string;
  readonly extra?: Children;
}

export function nwbMaker(random: RandomStream): NwbMaker {
  const maker: NwbMaker = {
    uuid: () => uuid(random),
    group: (type, attributes = {}, children = {}, namespace = "core") =>
      group({ ...attributes, namespace, neurodata_type: type, object_id: uuid(random) }, children),
    dataset: (type, attributes, values, namespace = "hdmf-common") =>
      withAttributes(values, { ...attributes, namespace, neurodata_type: type, object_id: uuid(random) }),
    table(type, description, columns, extra = {}) {
      const made = Object.entries(columns).map(([name, { description, values }]) => [
        name,
        maker.dataset("VectorData", { description }, values),
      ]);
      const rows = BigInt64Array.from({ length: rowCount(columns) }, (_, row) => BigInt(row));
      const id = maker.dataset("ElementIdentifiers", {}, dataset(rows));
      const namespace = type === "DynamicTable" ? "hdmf-common" : "core";
      const children = { ...(Object.fromEntries(made) as Children), id, ...extra };
      return maker.group(type, { colnames: Object.keys(columns), description }, children, namespace);
    },
    series({
      data,
      timestamps,
      type = "TimeSeries",
      namespace,
      description = "no description",
      unit,
      extra,
    }) {
      const children = {
        data: withAttributes(data, { conversion: 1, offset: 0, resolution: -1, unit: unit ?? "a.u." }),
        timestamps: dataset(timestamps, { attributes: { interval: 1n, unit: "seconds" } }),
        ...extra,
      };
      return maker.group(type, { comments: "no comments", description }, children, namespace);
    },
  };
  return maker;
}

function withAttributes(node: Hdf5Dataset, attributes: Attributes): Hdf5Dataset {
  return { ...node, attributes: { ...node.attributes, ...attributes } };
}

function rowCount(columns: Readonly<Record<string, Column>>): number {
  const first = Object.values(columns)[0]?.values;
  if (first === undefined || typeof first.values !== "object")
    throw new RangeError("a table needs an array column");
  return first.shape?.[0] ?? first.values.length;
}

function uuid(random: RandomStream): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(16 * random.uniform()));
  digits[12] = 4;
  digits[16] = 8 + (digits[16]! & 3);
  const text = digits.map((digit) => digit.toString(16)).join("");
  return text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
