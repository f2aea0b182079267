import { BraidynError } from "@braidyn/core";
import { challengeSchema, type ChallengeDefinition } from "./definition.ts";
import { meaningProblems } from "./meaning-problems.ts";
import { schemaProblems, unknownKey } from "./schema-problems.ts";
import { readYaml, type ValuePath } from "./yaml-lines.ts";

/** Far above any real definition; keeps a wrong file from being parsed for minutes. */
const maxCharacters = 1_000_000;

/**
 * Reads a `challenge.yaml`.
 *
 * @param path what to call the file in errors.
 * @throws BraidynError `CHALLENGE_*` for the first problem, with its line and what to write instead;
 * {@link checkChallenge} gives all of them.
 */
export function parseChallenge(text: string, path = "challenge.yaml"): ChallengeDefinition {
  const { definition, problems } = examine(text, path);
  const first = problems[0];
  if (definition === null || first !== undefined) throw first ?? new Error("a definition or a problem");
  return definition;
}

/** Everything that is wrong with a `challenge.yaml`, in the order of its lines; empty when it can be used. */
export function checkChallenge(text: string, path = "challenge.yaml"): BraidynError[] {
  return examine(text, path).problems;
}

function examine(
  text: string,
  file: string,
): { definition: ChallengeDefinition | null; problems: BraidynError[] } {
  if (text.length > maxCharacters) return syntaxProblem(file, 1, `> ${maxCharacters} characters`);
  const yaml = readYaml(text);
  if (yaml.problem !== null) return syntaxProblem(file, yaml.problem.line, yaml.problem.reason);
  // zod passes over some keys called __proto__ in silence
  const hidden = prototypeKeys(yaml.value, []).map((path) => unknownKey(path, yaml, file));
  const parsed = challengeSchema.safeParse(yaml.value);
  const problems = parsed.success
    ? meaningProblems(parsed.data, yaml, file)
    : schemaProblems(parsed.error, yaml, file);
  return { definition: parsed.data ?? null, problems: unlike([...hidden, ...problems]).sort(byLine) };
}

function syntaxProblem(path: string, line: number, reason: string): ReturnType<typeof examine> {
  return { definition: null, problems: [new BraidynError("CHALLENGE_YAML", { path, line, reason })] };
}

function prototypeKeys(value: unknown, path: ValuePath): ValuePath[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    return key === "__proto__" ? [here] : prototypeKeys(inner, here);
  });
}

function unlike(problems: readonly BraidynError[]): BraidynError[] {
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()];
}

function byLine(a: BraidynError, b: BraidynError): number {
  return lineOf(a) - lineOf(b);
}

function lineOf(error: BraidynError): number {
  return (error.parameters as { line?: number }).line ?? 0;
}
