import type { Step } from "../run/run-entry-types.ts";

/** What a team may see of what its programs printed. */
export interface TeamLog {
  readonly text: string;
  /** Whether output was kept back, because the run was on held-out inputs. */
  readonly withheld: boolean;
}

/** What one program printed. */
export interface Printed {
  readonly step: Step;
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
}

const maxCharacters = 65_536;

/**
 * The log of a run: on held-out inputs nothing of what was printed, else its end, without control characters and
 * without the places of this machine.
 *
 * @param hostPlaces prefixes of paths that are not to be told; they become `.`.
 */
export function teamLog(
  printed: readonly Printed[],
  { withheld, hostPlaces }: { withheld: boolean; hostPlaces: readonly string[] },
): TeamLog {
  if (withheld)
    return { text: "", withheld: printed.some(({ stdout, stderr }) => stdout.length + stderr.length > 0) };
  const sections = printed.flatMap(({ step, stdout, stderr }) => [
    section(`${step} stdout`, stdout, hostPlaces),
    section(`${step} stderr`, stderr, hostPlaces),
  ]);
  return { text: sections.join(""), withheld: false };
}

function section(title: string, bytes: Uint8Array, hostPlaces: readonly string[]): string {
  const text = withoutPlaces(printable(decode(bytes)), hostPlaces).trimEnd();
  if (text === "") return "";
  const shown = text.length > maxCharacters ? `...${text.slice(-maxCharacters)}` : text;
  return `[${title}]\n${shown}\n`;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** A terminal is driven by control characters, also by those above ASCII and by what turns the writing direction. */
export function printable(text: string): string {
  const plain = text.replace(/\u001B\[[0-?]*[ -/]*[@-~]/g, "").replace(/\r\n?/g, "\n");
  return plain.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (c) =>
    c === "\n" || c === "\t" ? c : "\uFFFD",
  );
}

/** The longest first, so that a folder does not hide what lies in it. */
function withoutPlaces(text: string, places: readonly string[]): string {
  const sorted = [...places].sort((a, b) => b.length - a.length);
  return sorted.reduce((shown, place) => shown.replaceAll(place, "."), text);
}
