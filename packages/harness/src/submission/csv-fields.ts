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

/**
 * A strict RFC 4180 reader in bounded memory: one field at a time, UTF-8, lines ended by LF or CRLF. Empty lines are
 * passed over. `row` 0 is the header.
 *
 * Our own, because a wrong byte must be refused where it stands, with its row, before a terabyte of it has been read.
 *
 * @throws BraidynError `SUBMISSION_NUL`, `SUBMISSION_UTF8`, `SUBMISSION_QUOTE`, `SUBMISSION_FIELD_TOO_LONG`.
 */
export function splitCsv(onRow: (fields: string[], row: number) => void): CsvSplitter {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const field = new Uint8Array(maxFieldBytes);
  let length = 0;
  let ascii = true;
  let fields: string[] = [];
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
  const fieldText = () => {
    // row ids and numbers are ASCII, and a decoder's call costs more than such a field's
    if (ascii) return String.fromCharCode.apply(null, field.subarray(0, length) as unknown as number[]);
    try {
      return decoder.decode(field.subarray(0, length));
    } catch {
      throw refuse("SUBMISSION_UTF8");
    }
  };
  const endField = () => {
    fields.push(fieldText());
    if (fields.length > maxFields) {
      throw new BraidynError("SUBMISSION_FIELDS", { row, found: fields.length, expected: maxFields });
    }
    length = 0;
    ascii = true;
    state = "plain";
  };
  const endRow = () => {
    const blank = fields.length === 0 && length === 0 && state === "plain";
    if (blank) return;
    endField();
    onRow(fields, row);
    fields = [];
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
      for (const byte of bytes) take(byte);
    },
    finish: () => {
      if (state === "quoted") throw refuse("SUBMISSION_QUOTE");
      endRow();
    },
  };
}
