import { BraidynError } from "@braidyn/core";
import type { ChallengeDefinition } from "@braidyn/harness";
import type { Phase } from "../api/challenges.ts";

/** What of a challenge the organizers change while it runs. */
export interface ChallengeSwitches {
  readonly frozen_at: Date | null;
  readonly revealed_at: Date | null;
}

export interface PhaseState {
  readonly open: boolean;
  readonly phase: Phase | null;
  readonly frozenAt: Date | null;
}

/** Phases as the API tells them, in the order of their beginning; moments in UTC. */
export function phasesOf({ phases }: ChallengeDefinition): Phase[] {
  const utc = (moment: string) => new Date(moment).toISOString();
  return phases
    .map(({ id, title, start, end, freeze }) => ({
      ...{ id, title: title ?? { en: id, ja: id } },
      ...{ start: utc(start), end: utc(end), freeze: freeze === undefined ? null : utc(freeze) },
    }))
    .sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
}

/**
 * Where a challenge stands: open in a phase's `start <= now < end`, and always where it has no phases; never after the
 * reveal. Frozen by hand, or from a phase's freeze to its end; never after the reveal.
 */
export function phaseState(
  definition: ChallengeDefinition,
  { frozen_at, revealed_at }: ChallengeSwitches,
  now: Date,
): PhaseState {
  const phases = phasesOf(definition);
  const time = now.getTime();
  const current =
    phases.find(({ start, end }) => Date.parse(start) <= time && time < Date.parse(end)) ?? null;
  const next = phases.find(({ start }) => Date.parse(start) > time) ?? null;
  const open = revealed_at === null && (phases.length === 0 || current !== null);
  const planned = current?.freeze ?? null;
  const frozenAt = frozen_at ?? (planned !== null && Date.parse(planned) <= time ? new Date(planned) : null);
  return { open, phase: current ?? next, frozenAt: revealed_at === null ? frozenAt : null };
}

/** @throws BraidynError `LEADERBOARD_REVEALED`, `LEADERBOARD_CLOSED`. */
export function refuseClosed(definition: ChallengeDefinition, switches: ChallengeSwitches, now: Date): void {
  const challenge = definition.id;
  if (switches.revealed_at !== null) throw new BraidynError("LEADERBOARD_REVEALED", { challenge });
  if (phaseState(definition, switches, now).open) return;
  const phases = definition.phases.map(({ id, start, end }) => `${id} ${start} - ${end}`).join("; ");
  throw new BraidynError("LEADERBOARD_CLOSED", { challenge, now: now.toISOString(), phases });
}
