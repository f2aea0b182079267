import { isRaw, openApiDocument, routes, type Route } from "@braidyn/leaderboard/api";
import { expect, test } from "vitest";
import { commonErrors } from "../src/api/route.ts";
import { errorMessages } from "@braidyn/core";

interface Operation {
  readonly operationId: string;
  readonly security: object[];
  readonly parameters: { name: string; in: string }[];
  readonly responses: Record<string, { content?: object }>;
}

const document = openApiDocument("1.2.3") as {
  openapi: string;
  info: { version: string };
  paths: Record<string, Record<string, Operation>>;
};
const all = Object.entries(routes) as [string, Route][];

test("every route is described once, with its parameters, who may call it and what it answers", () => {
  expect(document).toMatchObject({ openapi: "3.1.0", info: { version: "1.2.3" } });
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  expect(operations.map(({ operationId }) => operationId).sort()).toEqual(all.map(([name]) => name).sort());
  for (const [name, route] of all) {
    const operation = operations.find(({ operationId }) => operationId === name)!;
    expect(operation.security.length > 0, name).toBe(route.access !== "anyone");
    const inPath = operation.parameters.filter((parameter) => parameter.in === "path").length;
    expect(inPath, name).toBe((route.path.match(/:\w+|\*/g) ?? []).length);
    expect(operation.responses[String(route.status ?? 200)], name).toBeDefined();
  }
});

test("every error that the description names is in the catalogue", () => {
  const codes = [...all.flatMap(([, { errors = [] }]) => errors), ...Object.values(commonErrors).flat()];
  expect(codes.filter((code) => !(code in errorMessages))).toEqual([]);
});

test("what changes something is no GET, and what takes a file takes no form", () => {
  for (const [name, { method, body }] of all) {
    if (method === "GET") expect(body, name).toBeUndefined();
    if (isRaw(body)) expect(body.mediaTypes.join(), name).not.toMatch(/form/);
  }
});
