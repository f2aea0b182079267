import { BraidynError, closestName } from "@braidyn/core";
import { readYaml, type YamlText } from "@braidyn/harness/build";
import { z } from "zod";
import { programProblem } from "./program-problem.ts";

const programPath = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]*(\/[A-Za-z0-9_][A-Za-z0-9_.-]*)*$/);

/** The whole of `submission.yaml`; unknown keys are errors. */
export const submissionSchema = z.strictObject({
  title: z.string().min(1).max(100).optional().describe("For people."),
  runtime: z.enum(["node", "python"]).describe("What runs the programs."),
  fit: programPath
    .optional()
    .describe("Program that writes a model from the train split; without it, the entry is not verified."),
  predict: programPath.describe(
    "Program that writes predictions, or answers frame by frame where stream is true.",
  ),
  stream: z
    .boolean()
    .default(false)
    .describe("Whether predict is handed one frame at a time, for the causal track."),
});

/** A `submission.yaml`, defaults filled in. */
export type Submission = z.infer<typeof submissionSchema>;

/** JSON Schema (draft 2020-12) of `submission.yaml`, for editors. */
export function submissionJsonSchema(): Record<string, unknown> {
  return { title: "BraiDyn submission", ...z.toJSONSchema(submissionSchema, { io: "input" }) };
}

const file = "submission.yaml";
/** A real one has a few lines. */
const maxBytes = 65_536;

/** How each value is written, in a notation that reads the same in every language. */
const expected: Readonly<Record<keyof Submission, string>> = {
  title: "text (1-100)",
  runtime: "node | python",
  fit: "fit.py | src/fit.ts",
  predict: "predict.py | src/predict.ts",
  stream: "true | false",
};
const keys = Object.keys(expected);

/**
 * Reads `submission.yaml` and holds it to the files it names.
 *
 * @throws BraidynError `ENTRY_YAML`, `ENTRY_UNKNOWN_KEY`, `ENTRY_MISSING`, `ENTRY_VALUE`, `ENTRY_PROGRAM`,
 * `ENTRY_PROGRAM_KIND`, each with its line.
 */
export function parseSubmission(bytes: Uint8Array, files: Iterable<string>): Submission {
  const yaml = readYaml(textOf(bytes));
  if (yaml.problem !== null) throw syntax(yaml.problem.line, yaml.problem.reason);
  const parsed = submissionSchema.safeParse(yaml.value);
  if (!parsed.success) throw firstProblem(parsed.error, yaml);
  const names = [...files];
  for (const field of ["fit", "predict"] as const) {
    const program = parsed.data[field];
    if (program === undefined) continue;
    const at = { path: file, line: yaml.lineOf([field]), field };
    const problem = programProblem(program, parsed.data.runtime, names, at);
    if (problem !== null) throw problem;
  }
  return parsed.data;
}

function textOf(bytes: Uint8Array): string {
  if (bytes.length > maxBytes) throw syntax(1, `> ${maxBytes} bytes`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw syntax(1, "not UTF-8");
  }
}

function syntax(line: number, reason: string): BraidynError {
  return new BraidynError("ENTRY_YAML", { path: file, line, reason });
}

function firstProblem(error: z.ZodError, yaml: YamlText): BraidynError {
  // a misspelt key is one mistake, not a key too many and a key too few
  const unknown = error.issues.find(({ code }) => code === "unrecognized_keys");
  if (unknown !== undefined) return problemOf(unknown, yaml).problem;
  const [first] = error.issues.map((issue) => problemOf(issue, yaml)).sort((a, b) => a.line - b.line);
  return first?.problem ?? syntax(1, error.message);
}

function problemOf(issue: z.core.$ZodIssue, yaml: YamlText): { line: number; problem: BraidynError } {
  if (issue.code === "unrecognized_keys") {
    const key = issue.keys[0] ?? "";
    const line = yaml.lineOfKey([key]);
    const words = { path: file, line, key, suggestion: closestName(key, keys), known: keys.join(", ") };
    return { line, problem: new BraidynError("ENTRY_UNKNOWN_KEY", words) };
  }
  const field = String(issue.path[0] ?? "");
  const line = yaml.lineOf(issue.path);
  const found = valueAt(yaml.value, field);
  const at = { path: file, line, field: field || file, expected: expectedOf(field) };
  if (found === undefined) return { line, problem: new BraidynError("ENTRY_MISSING", at) };
  return { line, problem: new BraidynError("ENTRY_VALUE", { ...at, found: shown(found) }) };
}

function expectedOf(field: string): string {
  const known = expected as Readonly<Record<string, string>>;
  return Object.hasOwn(known, field) ? (known[field] as string) : `{ ${keys.join(", ")} }`;
}

function valueAt(root: unknown, field: string): unknown {
  if (field === "") return root;
  if (typeof root !== "object" || root === null || !Object.hasOwn(root, field)) return undefined;
  return (root as Record<string, unknown>)[field];
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
