import { join } from "node:path";
import { findIsolation, none, runEntry, type Isolation } from "@braidyn/runner";
import { describe, expect, test } from "vitest";
import { findPython } from "../../../../test/python.ts";
import { testBundle } from "../support/test-bundle.ts";

const examples = join(import.meta.dirname, "..", "..", "examples");
const [plain, causal] = [await testBundle(), await testBundle({ causal: true })];
const sklearn = findPython("sklearn", "joblib", "numpy");
const python = sklearn ?? "python3";
const { on, refusal } = await findIsolation({ python });
const needs = (python: boolean) =>
  `${python ? "(needs Python with scikit-learn; set BRAIDYN_PYTHON)" : ""}${refusal === null ? "" : ` (needs isolation: ${refusal.message})`}`;

describe.each([
  ["typescript", plain, false],
  ["scikit-learn", plain, true],
  ["causal", causal, true],
])("examples/%s", (name, { bundle }, usesPython) => {
  const run = (isolation: Isolation, board: "validation" | "public") =>
    runEntry({ submission: { path: join(examples, name) }, bundle, boards: [board], isolation });
  const lacksPython = usesPython && sklearn === null;

  test.skipIf(on === null || lacksPython)(
    `is verified on the public board ${needs(usesPython)}`,
    async () => {
      const { reports, problem } = await run(on!.isolation, "public");
      expect(problem).toBeNull();
      expect(reports[0]).toMatchObject({ verified: true, warnings: ["few-subjects"] });
      expect(reports[0]?.metrics[0]?.score).toBeGreaterThan(0.6);
    },
  );

  test.skipIf(lacksPython)(
    `without isolation its report says that it is not verified ${needs(usesPython)}`,
    async () => {
      const { reports, problem } = await run(none(python), "validation");
      expect(problem).toBeNull();
      expect(reports[0]).toMatchObject({ verified: false, run: { isolated: false } });
      expect(reports[0]?.warnings).toEqual(["few-subjects", "not-verified", "not-isolated"]);
    },
  );
});
