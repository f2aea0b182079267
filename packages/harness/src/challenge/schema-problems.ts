import { BraidynError, closestName, isBraidynError } from "@braidyn/core";
import type { z } from "zod";
import { expectedAt, expectedKey, knownKeys } from "./schema-shape.ts";
import type { ValuePath, YamlText } from "./yaml-lines.ts";

/** What zod found wrong, as errors that name the line and the fix. */
export function schemaProblems(error: z.ZodError, yaml: YamlText, file: string): BraidynError[] {
  const unknown: BraidynError<"CHALLENGE_UNKNOWN_KEY">[] = [];
  const others: BraidynError[] = [];
  for (const issue of error.issues) {
    if (issue.code === "invalid_key") others.push(keyProblem(issue.path, yaml, file));
    else if (issue.code !== "unrecognized_keys") others.push(valueProblem(issue.path, yaml, file));
    else unknown.push(...issue.keys.map((key) => unknownKey([...issue.path, key], yaml, file)));
  }
  // a misspelt key is one mistake, not a key too many and a key too few
  const misspelt = new Set(unknown.map(({ parameters }) => `${parameters.where}/${parameters.suggestion}`));
  return [...unknown, ...others.filter((problem) => !misspelt.has(missingKey(problem)))];
}

function missingKey(problem: BraidynError): string {
  if (!isBraidynError(problem, "CHALLENGE_MISSING")) return "";
  const steps = String(problem.parameters.field).split(".");
  return `${steps.slice(0, -1).join(".") || "challenge.yaml"}/${steps.at(-1)}`;
}

/** Writes a path as the file's reader would: `split.train[2]`. */
export function fieldName(path: ValuePath): string {
  const steps = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`));
  return steps.join("").replace(/^\./, "") || "challenge.yaml";
}

/** The error for a key that the schema does not know. */
export function unknownKey(
  path: ValuePath,
  yaml: YamlText,
  file: string,
): BraidynError<"CHALLENGE_UNKNOWN_KEY"> {
  const parent = path.slice(0, -1);
  const key = String(path.at(-1));
  const known = knownKeys(parent);
  return new BraidynError("CHALLENGE_UNKNOWN_KEY", {
    path: file,
    line: yaml.lineOfKey(path),
    key,
    where: fieldName(parent),
    suggestion: closestName(key, known),
    known: known.join(", "),
  });
}

/** A name that its record does not take. */
function keyProblem(path: ValuePath, yaml: YamlText, file: string): BraidynError {
  return new BraidynError("CHALLENGE_KEY_NAME", {
    path: file,
    line: yaml.lineOfKey(path),
    key: String(path.at(-1)),
    where: fieldName(path.slice(0, -1)),
    expected: expectedKey(path.slice(0, -1)),
  });
}

function valueProblem(path: ValuePath, yaml: YamlText, file: string): BraidynError {
  const at = { path: file, line: yaml.lineOf(path), field: fieldName(path), expected: expectedAt(path) };
  const found = valueAt(yaml.value, path);
  return found === undefined
    ? new BraidynError("CHALLENGE_MISSING", at)
    : new BraidynError("CHALLENGE_VALUE", { ...at, found: shown(found) });
}

function valueAt(root: unknown, path: ValuePath): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, step)
        ? (value as Record<PropertyKey, unknown>)[step]
        : undefined,
    root,
  );
}

function shown(value: unknown): string {
  const text = typeof value === "number" ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
