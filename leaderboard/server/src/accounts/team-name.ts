import { BraidynError } from "@braidyn/core";

const maxCharacters = 40;
/** No markup, no formula, no control or direction characters; one pass, whatever is sent. */
const allowed = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .,'()!?&#_-]*$/u;

/**
 * A team's name as it is kept: composed, single spaces. What begins like a spreadsheet's formula or holds markup is
 * refused at the door, and escaped on every way out nevertheless.
 *
 * @throws BraidynError `LEADERBOARD_NAME`.
 */
export function teamName(typed: string): string {
  const name = typed.normalize("NFC").trim().replace(/ +/g, " ");
  if ([...name].length <= maxCharacters && allowed.test(name)) return name;
  throw new BraidynError("LEADERBOARD_NAME", { name: JSON.stringify(typed.slice(0, 60)) });
}

/** A label that only its owner and organizers see: any characters but control ones. */
export function labelOf(typed: string): string {
  return typed
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .trim()
    .slice(0, 80);
}

/** What two names share that people would take for one another: no case, width, accents, spaces or punctuation. */
export function nameKey(name: string): string {
  const bare = name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFKC");
  return bare.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, "");
}
