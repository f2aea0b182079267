import type { BraidynError } from "@braidyn/core";
import { describe, expect, test } from "vitest";
import { challengeJsonSchema, checkChallenge, parseChallenge } from "../../src/index.ts";
import { tinyYaml } from "../support/tiny-challenge.ts";

test("a definition is read with its defaults filled in", () => {
  const definition = parseChallenge(tinyYaml);
  expect(definition.statistics).toEqual({ resamples: 2000, level: 0.95, seed: 0, tie: "indistinguishable" });
  expect(definition.aggregation).toBe("session-subject");
  expect(definition.phases).toEqual([]);
  expect(definition.truth["pulled"]?.type).toBe("binary");
});

/** [what is wrong, text to replace, its replacement, code, line, pattern of the message and hint] */
const broken: [string, string, string, string, number, RegExp][] = [
  [
    "a misspelt key",
    "metrics:",
    "metrisc:",
    "CHALLENGE_UNKNOWN_KEY",
    21,
    /"metrisc".*Did you mean "metrics"/s,
  ],
  ["a misspelt inner key", "dandiset:", "dandi_set:", "CHALLENGE_UNKNOWN_KEY", 5, /Did you mean "dandiset"/],
  ["a key named __proto__", "id: tiny", "id: tiny\n__proto__: {}", "CHALLENGE_UNKNOWN_KEY", 2, /__proto__/],
  ["a missing key", "\n  causal: true", "", "CHALLENGE_MISSING", 7, /input\.causal is missing.*boolean/s],
  ["a missing language", ", ja: 小さな課題", "", "CHALLENGE_MISSING", 2, /title\.ja is missing/],
  ["a wrong type", "causal: true", "causal: maybe", "CHALLENGE_VALUE", 12, /"maybe".*boolean/s],
  ["an unknown session type", "type: task", "type: nap", "CHALLENGE_VALUE", 6, /task \| resting-state/],
  ["an id with a space", "id: tiny", "id: Tiny one", "CHALLENGE_VALUE", 1, /"Tiny one".*string/s],
  ["a level above 1", "metrics:", "statistics: { level: 95 }\nmetrics:", "CHALLENGE_VALUE", 21, /is 95/],
  [
    "a time without its zone",
    "metrics:",
    "phases: [{ id: a, start: 2026-10-01T09:00:00, end: 2026-10-02T09:00:00Z }]\nmetrics:",
    "CHALLENGE_VALUE",
    21,
    /\+09:00/,
  ],
  [
    "a phase that ends before it starts",
    "metrics:",
    "phases: [{ id: a, start: 2026-10-02T09:00:00Z, end: 2026-10-01T09:00:00Z }]\nmetrics:",
    "CHALLENGE_RANGE",
    21,
    /phases\[0\]/,
  ],
  [
    "a window that runs backwards",
    "to_seconds: 0",
    "to_seconds: -1",
    "CHALLENGE_RANGE",
    9,
    /earlier one first/,
  ],
  ["days that run backwards", "from: 1, to: 15", "from: 9, to: 2", "CHALLENGE_RANGE", 6, /ends at 2/],
  ["an unknown metric", "roc_auc", "auc_roc", "CHALLENGE_METRIC", 22, /metrics are: roc_auc/],
  ["a near miss of a metric", "roc_auc", "roc_acu", "CHALLENGE_METRIC", 22, /Did you mean "roc_auc"/],
  ["a metric named twice", "log_loss]", "roc_auc]", "CHALLENGE_METRIC_REPEATED", 23, /"roc_auc"/],
  [
    "a subject in train and public",
    "public: [53, 54]",
    'public: ["VG1-GC#48", 54]',
    "CHALLENGE_SPLIT_OVERLAP",
    19,
    /VG1-GC#48 is in split\.train and in split\.public/,
  ],
  [
    "a day where subjects are split",
    "[52]",
    "[{ from: 1, to: 2 }]",
    "CHALLENGE_SPLIT_MEMBER",
    18,
    /VG1-GC#48/,
  ],
  ["an empty train group", "train: [48, 51]", "train: []", "CHALLENGE_SPLIT_EMPTY", 17, /split\.train/],
  ["a reserved truth column", "  pulled:", "  subject:", "CHALLENGE_RESERVED", 14, /row_id, /],
  [
    "no truth column",
    tinyYaml.slice(tinyYaml.indexOf("  pulled"), tinyYaml.indexOf("split:")),
    "  {}\n",
    "CHALLENGE_MISSING",
    13,
    /truth/,
  ],
  ["a key given twice", "id: tiny", "id: tiny\nid: other", "CHALLENGE_YAML", 2, /unique/],
  ["broken indentation", "  streams: [dff]", " streams: [dff", "CHALLENGE_YAML", 8, /./],
  [
    "a list instead of a definition",
    tinyYaml,
    "- 1\n- 2\n",
    "CHALLENGE_VALUE",
    1,
    /challenge\.yaml is \[1,2\]/,
  ],
  ["an empty file", tinyYaml, "", "CHALLENGE_VALUE", 1, /null/],
];

describe("a broken definition gives its line and the fix:", () => {
  test.each(broken)("%s", (_, from, to, code, line, says) => {
    expect(tinyYaml).toContain(from);
    const [first] = checkChallenge(tinyYaml.replace(from, to), "my/challenge.yaml");
    expect(first).toMatchObject({ code });
    expect((first?.parameters as { line: number }).line).toBe(line);
    expect(`${first?.message}\n${first?.hint}`).toMatch(says);
    expect(first?.message).toMatch(new RegExp(`^my/challenge.yaml:${line}: `));
    expect(first?.in("ja").hint).toMatch(/[ぁ-ん]/);
  });
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
