import { describe, expect, test } from "vitest";
import { findIsolation } from "@braidyn/runner";
import { findPython } from "../python.ts";
import { findAttacks, tryAttack } from "./table.ts";

const { on, refusal } = await findIsolation();
const lacks = on === null ? refusal.message : findPython() === null ? "Python" : null;
const attacks = await findAttacks();
/** Without cgroups some of them cannot be stopped, as `braidyn doctor` says. */
const held = attacks.filter(({ needsGroups }) => needsGroups !== true || on?.limitedBy !== "rlimits");
const rest = attacks.filter((attack) => !held.includes(attack));

describe.skipIf(lacks !== null)(`the red team${lacks === null ? "" : ` (needs: ${lacks})`}`, () => {
  test.concurrent.each(held)("$name: blocked", { timeout: 60_000 }, async (attack) => {
    const { blocked, attempt, control } = await tryAttack(attack);
    expect(blocked, JSON.stringify({ attempt, control })).toBe(true);
  });

  test.skip.each(rest)("$name: blocked (needs cgroups that may be written)", () => {});
});
