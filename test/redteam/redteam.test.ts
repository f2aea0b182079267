import { describe, expect, test } from "vitest";
import { findIsolation } from "@braidyn/runner";
import { findPython } from "../python.ts";
import { findAttacks, tryAttack } from "./table.ts";

const { on, refusal } = await findIsolation();
const python = findPython();
const lacks = on === null ? refusal.message : python === null ? "needs Python" : null;

describe.skipIf(lacks !== null)(`the red team${lacks === null ? "" : ` (skipped: ${lacks})`}`, async () => {
  test.concurrent.each(await findAttacks())("$name: blocked", { timeout: 60_000 }, async (attack) => {
    const { blocked, attempt, control } = await tryAttack(attack);
    expect(blocked, JSON.stringify({ attempt, control })).toBe(true);
  });
});
