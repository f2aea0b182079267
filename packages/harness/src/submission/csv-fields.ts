import { BraidynError } from "@braidyn/core";

/** A row id or a number is far shorter; nothing longer is ever held in memory. */
export const maxFieldBytes = 1024;
/** No challenge has more prediction columns. */
const maxFields = 1024;

const comma = 0x2c;
const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Splits the bytes of a CSV file into rows; bytes come in pieces of any size. */
export interface CsvSplitter {
  push(bytes: Uint8Array): void;
  /** Ends the last row, which needs no line end. */
  finish(): void;
}

/** Takes what a splitter finds. Row 0 is the header. */
export interface CsvSink {
  /** A field's bytes, valid UTF-8: the first `length` of `bytes`, which the splitter uses again. */
  field(bytes: Uint8Array, length: number, column: number, row: number): void;
  /** The end of a row of so many fields. */
  row(fields: number, row: number): void;
}

/**
 * A strict RFC 4180 reader in bounded memory: one field at a time, UTF-8, lines ended by LF, CRLF or CR. Empty lines are
 * passed over.
 *
 * Our own, because a wrong byte must be refused where it stands, with its row, before a terabyte of it has been read.
 *
 * @throws BraidynError `SUBMISSION_NUL`, `SUBMISSION_UTF8`, `SUBMISSION_QUOTE`, `SUBMISSION_FIELD_TOO_LONG`.
 */
export function splitCsv(sink: CsvSink): CsvSplitter {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const field = new Uint8Array(maxFieldBytes);
  let length = 0;
  let ascii = true;
  let fields = 0;
  let row = 0;
  /** `plain` outside quotes, `quoted` inside, `closed` after a quote that ends the field or begins a doubled one. */
  let state: "plain" | "quoted" | "closed" = "plain";
  let afterReturn = false;

  const refuse = (code: "SUBMISSION_NUL" | "SUBMISSION_UTF8" | "SUBMISSION_QUOTE") =>
    new BraidynError(code, { row });
  const append = (byte: number) => {
    if (length === maxFieldBytes) {
      throw new BraidynError("SUBMISSION_FIELD_TOO_LONG", { row, limit: maxFieldBytes });
    }
    if (byte > 0x7f) ascii = false;
    field[length++] = byte;
  };
  const checkText = () => {
    try {
      decoder.decode(field.subarray(0, length));
    } catch {
      throw refuse("SUBMISSION_UTF8");
    }
  };
  const endField = () => {
    if (!ascii) checkText();
    sink.field(field, length, fields, row);
    fields++;
    if (fields > maxFields) {
      throw new BraidynError("SUBMISSION_FIELDS", { row, found: fields, expected: maxFields });
    }
    length = 0;
    ascii = true;
    state = "plain";
  };
  const endRow = () => {
    const blank = fields === 0 && length === 0 && state === "plain";
    if (blank) return;
    endField();
    sink.row(fields, row);
    fields = 0;
    row++;
  };
  const take = (byte: number) => {
    if (byte === 0) throw refuse("SUBMISSION_NUL");
    if (state === "quoted") {
      if (byte === quote) state = "closed";
      else append(byte);
      return;
    }
    if (afterReturn && byte !== lineFeed) endRow();
    if (byte === comma) endField();
    else if (byte === lineFeed) endRow();
    else if (byte === quote) state = openQuote();
    else if (byte !== carriageReturn) takePlain(byte);
    afterReturn = byte === carriageReturn;
  };
  const openQuote = () => {
    if (state === "closed") append(quote);
    else if (length > 0) throw refuse("SUBMISSION_QUOTE");
    return "quoted" as const;
  };
  const takePlain = (byte: number) => {
    if (state === "closed") throw refuse("SUBMISSION_QUOTE");
    append(byte);
  };
  return {
    push: (bytes) => {
      for (let i = 0; i < bytes.length; i++) {
        if (state === "plain" && !afterReturn) {
          const copied = copyPlain(bytes, i, field, length);
          length += copied;
          i += copied;
          if (i === bytes.length) return;
        }
        take(bytes[i]!);
      }
    },
    finish: () => {
      if (state === "quoted") throw refuse("SUBMISSION_QUOTE");
      endRow();
    },
  };
}

/** Copies bytes that mean nothing but themselves: letters, digits, signs. @returns how many. */
function copyPlain(bytes: Uint8Array, from: number, field: Uint8Array, length: number): number {
  const most = Math.min(bytes.length - from, maxFieldBytes - length);
  for (let n = 0; n < most; n++) {
    const byte = bytes[from + n]!;
    if (byte <= comma || byte > 0x7f) return n; // every byte with a meaning is one of the lowest
    field[length + n] = byte;
  }
  return Math.max(0, most);
}
