import { BraidynError } from "@braidyn/core";

/** A JSON object of the API, whose fields are checked as they are read. */
export interface Answer {
  /** @throws BraidynError `DANDI_ANSWER` from all of these, when the field is something else. */
  text(field: string): string;
  textOrNull(field: string): string | null;
  /** A whole number from 0 on. */
  count(field: string): number;
  objectOrNull(field: string): Answer | null;
  objects(field: string): readonly Answer[];
  texts(field: string): readonly string[];
}

/** Text that is shown, compared or put into an address; no field of the API needs more. */
const mostTextLength = 4096;
const mostElements = 10_000;

/**
 * Takes apart what the API at `url` answered.
 *
 * @throws BraidynError `DANDI_ANSWER` where it is no object.
 */
export function answerOf(url: string, value: unknown): Answer {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong(url, "no JSON object");
  const object = value as Readonly<Record<string, unknown>>;
  const at = (field: string): unknown => (Object.hasOwn(object, field) ? object[field] : undefined);
  const text = (field: string, found: unknown): string => {
    if (typeof found === "string" && found.length <= mostTextLength) return found;
    throw wrong(url, `no text in "${field}"`);
  };
  const list = (field: string): readonly unknown[] => {
    const found = at(field);
    if (Array.isArray(found) && found.length <= mostElements) return found;
    throw wrong(url, `no list in "${field}"`);
  };
  return {
    text: (field) => text(field, at(field)),
    textOrNull: (field) => (at(field) === null || at(field) === undefined ? null : text(field, at(field))),
    count(field) {
      const found = at(field);
      if (typeof found === "number" && Number.isSafeInteger(found) && found >= 0) return found;
      throw wrong(url, `no whole number in "${field}"`);
    },
    objectOrNull(field) {
      const found = at(field);
      return found === null || found === undefined ? null : answerOf(url, found);
    },
    objects: (field) => list(field).map((each) => answerOf(url, each)),
    texts: (field) => list(field).map((each) => text(field, each)),
  };
}

export function wrong(url: string, found: string): BraidynError<"DANDI_ANSWER"> {
  return new BraidynError("DANDI_ANSWER", { url, found });
}
