import { runInside } from "./run-inside.ts";

await runInside(process.argv.slice(2));
