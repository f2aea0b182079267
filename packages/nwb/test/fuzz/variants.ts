/** A damaged copy of a file: bytes to change, or a length to cut it to. */
export type Variant =
  | { readonly kind: "cut"; readonly length: number }
  | { readonly kind: "flips"; readonly flips: readonly { readonly at: number; readonly byte: number }[] };

/** Uniform in [0, 1), the same for a seed: mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `cuts` shorter copies and `flips` copies with one to three changed bytes, half of these among the metadata. */
export function* variants(file: Buffer, seed: number, cuts: number, flips: number): Generator<Variant> {
  const random = randomFrom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const places = metadataPlaces(file);
  const somewhere = () => below(file.length);
  const inMetadata = () =>
    Math.min(file.length - 1, (places[below(places.length)] ?? 0) + below(metadataBytes));
  for (let i = 0; i < cuts; i++) yield { kind: "cut", length: somewhere() };
  for (let i = 0; i < flips; i++) {
    const count = 1 + below(3);
    const pick = i % 2 === 0 ? inMetadata : somewhere;
    yield { kind: "flips", flips: Array.from({ length: count }, () => ({ at: pick(), byte: below(256) })) };
  }
}

/** Blocks of metadata are about that long, and old object headers, which have no signature, stand close to the others. */
const metadataBytes = 400;

/** Where the signatures of metadata blocks stand. Source: HDF5 file format specification 3.0. */
function metadataPlaces(file: Buffer): number[] {
  const places = [0];
  for (const signature of [
    "TREE",
    "SNOD",
    "HEAP",
    "GCOL",
    "OHDR",
    "OCHK",
    "FRHP",
    "FHDB",
    "BTHD",
    "BTLF",
    "FAHD",
  ]) {
    for (let at = file.indexOf(signature); at >= 0; at = file.indexOf(signature, at + 4)) places.push(at);
  }
  return places;
}
