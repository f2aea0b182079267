import { commandTexts } from "@braidyn/core";
import type { RemoteOptions } from "@braidyn/nwb";
import type { Argv } from "yargs";
import type { SayText, Shell } from "./shell.ts";

/** Adds the option of commands that reach DANDI. */
export function withTokenOption<T>(yargs: Argv<T>, text: SayText) {
  return yargs.option("token", {
    type: "string",
    requiresArg: true,
    describe: text(commandTexts.tokenOption),
  });
}

/** How to reach what is not on this machine; the environment is the command's own. */
export function remoteOptions({ context }: Pick<Shell, "context">, token: string | undefined): RemoteOptions {
  const { DANDI_API_KEY: key, DANDI_API_URL: apiUrl, BRAIDYN_CACHE: cache } = context.env;
  const given = token ?? key;
  return {
    ...(given ? { token: given } : {}),
    ...(apiUrl ? { apiUrl } : {}),
    ...(cache ? { cache } : {}),
  };
}
