import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { challengeJsonSchema } from "../../src/index.ts";

interface Node {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Node>>;
}

test("the published JSON Schema is the one that the code holds to", () => {
  const published = join(import.meta.dirname, "../../../../challenges/challenge.schema.json");
  // braidyn challenge schema > challenges/challenge.schema.json && npm run format
  expect(JSON.parse(readFileSync(published, "utf8"))).toEqual(challengeJsonSchema());
});

/** Every field below `node`, as `split.unit`, with whether it must be given. */
function fields(node: Node, path: string): [string, Node, boolean][] {
  return Object.entries(node.properties ?? {}).flatMap(([name, inner]): [string, Node, boolean][] => {
    const field = path === "" ? name : `${path}.${name}`;
    return [[field, inner, node.required?.includes(name) ?? false], ...fields(inner, field)];
  });
}

test.each(fields(challengeJsonSchema() as Node, "").filter(([field]) => !/\.(en|ja|from|to)$/.test(field)))(
  "%s is described; its default is written down or it may be left out",
  (field, node, required) => {
    const described = node.description ?? (/(_seconds)$/.test(field) ? "seconds" : undefined);
    expect(described).toBeDefined();
    const optional = [
      "data.profile",
      "data.reads",
      "data.sessions.days",
      "input.window",
      "split.known_subjects",
      "split.commitment",
      "metrics.direction",
      "limits.time_zone",
    ];
    if (!required && !optional.includes(field)) expect(node.default).toBeDefined();
  },
);
