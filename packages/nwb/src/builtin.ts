/**
 * A module of Node's own, for code that runs only there. Importing it would make bundlers put it into pages: one that
 * is imported anywhere in a bundle keeps the whole page from loading.
 */
export const builtin: NodeJS.Process["getBuiltinModule"] = (id: string) =>
  process.getBuiltinModule(id as "node:fs") as never;
