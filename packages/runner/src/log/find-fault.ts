import type { EntryFiles } from "../entry/entry.ts";

/** Where and by what a program failed; neither word can be the program's own. */
export interface Fault {
  /** Name of a known exception, else `Error`. */
  readonly reason: string;
  /** `predict.py:12`, a line that the entry has; `-` where none is named. */
  readonly place: string;
}

/** Exceptions of Python, NumPy and JavaScript. Any other name could be made up to carry data out. */
const known = new Set(
  (
    "ArithmeticError AssertionError AttributeError BlockingIOError BrokenPipeError BufferError EOFError Exception " +
    "FileExistsError FileNotFoundError FloatingPointError ImportError IndentationError IndexError InterruptedError " +
    "IsADirectoryError KeyError KeyboardInterrupt LinAlgError LookupError MemoryError ModuleNotFoundError NameError " +
    "NotADirectoryError NotImplementedError OSError OverflowError PermissionError RecursionError RuntimeError " +
    "StopIteration SyntaxError SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError " +
    "UnicodeDecodeError UnicodeEncodeError UnicodeError UnpicklingError ValueError ZeroDivisionError " +
    "Error AggregateError EvalError RangeError ReferenceError URIError NotFittedError"
  ).split(" "),
);

/** Python: `File "/entry/predict.py", line 12`; Node: `/entry/predict.ts:12` alone or in a stack. */
const pythonPlace = /File "[^"]*?entry\/([^"]{1,240})", line (\d{1,7})/g;
const nodePlace = /entry\/([^\s:()"]{1,240}):(\d{1,7})/g;
const reason = /^(?:[A-Za-z_]\w*\.){0,4}([A-Z]\w{1,60})(?:[: [(]|$)/;
const maxBytes = 65_536;

/** Reads an exception off what a program printed last: the innermost line of the entry's own files. */
export function findFault(stderr: Uint8Array, files: EntryFiles): Fault {
  const text = new TextDecoder().decode(stderr.subarray(Math.max(0, stderr.length - maxBytes)));
  const lines = text.split("\n");
  const named = lines.map((line) => reason.exec(line)?.[1]).filter((name) => name !== undefined);
  const last = named.findLast((name) => known.has(name)) ?? "Error";
  const python = placesIn(text, pythonPlace, files);
  // Python names the innermost call last, Node first
  const place = python.at(-1) ?? placesIn(text, nodePlace, files)[0];
  return { reason: last, place: place ?? "-" };
}

function placesIn(text: string, pattern: RegExp, files: EntryFiles): string[] {
  return [...text.matchAll(pattern)].flatMap(([, path = "", line = ""]) => {
    const bytes = files.get(path);
    return bytes !== undefined && Number(line) >= 1 && Number(line) <= linesOf(bytes)
      ? [`${path}:${Number(line)}`]
      : [];
  });
}

function linesOf(bytes: Uint8Array): number {
  let lines = 1;
  for (const byte of bytes) if (byte === 0x0a) lines++;
  return lines;
}
