import { resolveDatatype } from "./committed-datatype.ts";
import { readExtents, type MostShape, type Shape } from "./dataspace.ts";
import type { Datatype } from "./datatype.ts";
import { corrupt, unsupported } from "./errors.ts";
import { checkFilters, readFilters, type Filter } from "./filters.ts";
import { isVirtual, readLayout, type Layout } from "./layout.ts";
import type { Metadata } from "./metadata.ts";
import { messageType, type HeaderMessage } from "./object-header.ts";

/** Everything that is needed to read a dataset's elements. */
export interface Dataset {
  readonly address: number;
  readonly shape: Shape;
  readonly mostShape: MostShape;
  readonly type: Datatype;
  readonly layout: Layout;
  readonly filters: readonly Filter[];
  /** Stored bytes of one element where nothing was written; null is zeros. */
  readonly fill: Uint8Array | null;
}

/**
 * The dataset that these header messages describe; null where they describe something else.
 *
 * @throws BraidynError `NWB_UNSUPPORTED` for data that lie in other files: they are never followed.
 */
export function readDataset(
  metadata: Metadata,
  address: number,
  messages: readonly HeaderMessage[],
): Dataset | null {
  const find = (type: number) => messages.find((message) => message.type === type);
  const [typeMessage, spaceMessage, layoutMessage] = [
    find(messageType.datatype),
    find(messageType.dataspace),
    find(messageType.layout),
  ];
  if (layoutMessage === undefined) return null;
  if (typeMessage === undefined || spaceMessage === undefined) {
    throw corrupt(metadata.label, metadata.offsetOf(address), "a dataset without a type or a shape");
  }
  if (find(messageType.externalFiles) || isVirtual(layoutMessage.body())) {
    throw unsupported(metadata.label, "data that lie in other files");
  }
  const filterMessage = find(messageType.filters);
  const filters = filterMessage === undefined ? [] : readFilters(filterMessage.body());
  checkFilters(filters, metadata.label);
  const type = resolveDatatype(metadata, typeMessage.body(), typeMessage.shared);
  const layout = readLayout(layoutMessage.body());
  const { shape, mostShape } = readExtents(spaceMessage.body());
  if (layout.kind === "chunked" && layout.chunk.length !== shape?.length) {
    throw corrupt(
      metadata.label,
      metadata.offsetOf(address),
      "chunks with another number of dimensions than the data",
    );
  }
  return { address, shape, mostShape, type, layout, filters, fill: readFill(messages, type.size) };
}

/** Source: HDF5 file format specification 3.0, sections IV.A.2.e and f. */
function readFill(messages: readonly HeaderMessage[], size: number): Uint8Array | null {
  const message =
    messages.find(({ type }) => type === messageType.fillValue) ??
    messages.find(({ type }) => type === messageType.oldFillValue);
  if (message === undefined) return null;
  const cursor = message.body();
  if (message.type === messageType.fillValue) {
    const version = cursor.u8();
    if (version < 1 || version > 3) throw cursor.corrupt(`a fill value of version ${version}`);
    if (version === 3) {
      if ((cursor.u8() & 0x20) === 0) return null;
    } else {
      const defined = cursor.skip(2).u8();
      if (version === 2 && defined === 0) return null;
    }
  }
  const length = cursor.u32();
  if (length !== size) return null;
  const bytes = cursor.take(length);
  return bytes.some((byte) => byte !== 0) ? bytes.slice() : null;
}
