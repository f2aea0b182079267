import type { BraidynError } from "@braidyn/core";
import { expect, test } from "vitest";
import { challengeJsonSchema, checkChallenge, parseChallenge } from "../../src/index.ts";
import { tinyYaml } from "../support/tiny-challenge.ts";

test("a definition is read with its defaults filled in", () => {
  const definition = parseChallenge(tinyYaml);
  expect(definition.statistics).toEqual({ resamples: 2000, level: 0.95, seed: 0, tie: "indistinguishable" });
  expect(definition.aggregation).toBe("session-subject");
  expect(definition.phases).toEqual([]);
  expect(definition.truth["pulled"]?.type).toBe("binary");
});

test("all problems are told at once, in the order of their lines", () => {
  const text = tinyYaml.replace("causal: true", "causal: 1").replace("id: tiny", "id: 7");
  const lines = checkChallenge(text).map((error) => (error.parameters as { line: number }).line);
  expect(lines).toEqual([1, 12]);
});

test("parseChallenge throws the first problem", () => {
  expect(() => parseChallenge(tinyYaml.replace("id: tiny", "id: 7"))).toThrowError(
    expect.objectContaining({ code: "CHALLENGE_VALUE" } satisfies Partial<BraidynError>),
  );
});

test("an alias bomb is refused, and fast", () => {
  const bomb = ["a: &a [1,1,1,1,1,1,1,1,1]", ..."bcdefghi"].map((name, i, all) => {
    const before = i === 1 ? "a" : all[i - 1];
    return i === 0 ? name : `${name}: &${name} [${Array(9).fill(`*${before}`).join(",")}]`;
  });
  expect(checkChallenge(bomb.join("\n"))[0]).toMatchObject({ code: "CHALLENGE_YAML" });
});

test("the JSON Schema tells required keys and forbids others", () => {
  const schema = challengeJsonSchema() as { required: string[]; additionalProperties: boolean };
  expect(schema.required).toContain("split");
  expect(schema.required).not.toContain("statistics");
  expect(schema.additionalProperties).toBe(false);
});
