import { BraidynError } from "@braidyn/core";

/** Folders within folders, the file itself counted. */
export const maxDepth = 12;
const maxPathBytes = 240;
const maxSegmentBytes = 100;

/** Names that Windows keeps for devices, whatever follows the first point. */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * Why a path cannot be the name of an entry's file; null where it can. The same names are refused on every system, so
 * that an entry means the same on each.
 */
export function nameProblem(path: string): string | null {
  if (new TextEncoder().encode(path).length > maxPathBytes) return `> ${maxPathBytes} bytes`;
  const segments = path.split("/");
  if (segments.length > maxDepth) return `> ${maxDepth} folders`;
  for (const segment of segments) {
    if (segment === "") return "empty";
    if (new TextEncoder().encode(segment).length > maxSegmentBytes) return `> ${maxSegmentBytes} bytes`;
    if (/[\p{C}\\:*?"<>|\u2028\u2029\uFFFD]/u.test(segment)) return "character";
    if (segment.startsWith("-")) return "-";
    if (/[. ]$/.test(segment)) return "ends with . or space";
    if (deviceName.test(segment)) return "device";
  }
  return null;
}

/** What stands beside an entry on people's disks and is no part of it: hidden files, caches, what macOS adds. */
export function isIgnored(path: string): boolean {
  return path
    .split("/")
    .some((name) => name.startsWith(".") || name === "__pycache__" || name === "__MACOSX");
}

/** Two names that one disk would take for the same have the same key. */
export function nameKey(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

/** @throws BraidynError `ENTRY_NAME`. */
export function checkName(path: string): void {
  const reason = nameProblem(path);
  if (reason !== null) throw badName(path, reason);
}

/** A name for messages is cut: it can be as long as a disk allows. */
export function badName(path: string, reason: string): BraidynError {
  return new BraidynError("ENTRY_NAME", { name: shownName(path), reason, depth: maxDepth });
}

export function shownName(path: string): string {
  return path.length > 80 ? `${path.slice(0, 77)}...` : path;
}
