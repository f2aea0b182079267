import { commandTexts } from "@braidyn/core";
import { defineCommand } from "../command.ts";

export const challengeSchemaCommand = defineCommand({
  usage: "schema",
  summary: commandTexts.challengeSchemaSummary,
  examples: ["challenge schema > challenge.schema.json"],
  build: (yargs) => yargs,
  run: async (_args, shell) => {
    const { challengeJsonSchema } = await import("@braidyn/harness");
    await shell.print(JSON.stringify(challengeJsonSchema(), null, 2));
  },
});
