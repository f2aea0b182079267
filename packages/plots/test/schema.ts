import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import { compile, type TopLevelSpec } from "vega-lite";
import type { PlotSpec } from "@braidyn/plots";

const file = createRequire(import.meta.url).resolve("vega-lite/vega-lite-schema.json");
const schema = JSON.parse(readFileSync(file, "utf8")) as object;
const check = new Ajv({ strict: false, allErrors: false, validateFormats: false, logger: false }).compile(
  schema,
);

/** What vega-lite's schema and its compiler have against a specification. */
export function validate(spec: PlotSpec): string[] {
  const problems: string[] = [];
  // as it is written to a file: NaN becomes null, undefined nothing
  const written = JSON.parse(JSON.stringify(spec)) as TopLevelSpec;
  if (!check(written))
    problems.push(...(check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`));
  const note = (...args: readonly unknown[]) => {
    problems.push(args.map(String).join(" "));
    return logger;
  };
  const logger = { level: () => logger, error: note, warn: note, info: () => logger, debug: () => logger };
  compile(written, { logger: logger as never });
  return problems;
}
