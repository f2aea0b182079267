/**
 * `npm run bench [-- ROUNDS [local|remote]]`: what reading a session costs, beside what it costs others.
 */
import { cpus } from "node:os";
import { benchLocal } from "./local.ts";
import { benchRemote } from "./remote.ts";

const [rounds = "7", only] = process.argv.slice(2);
console.log(`Node ${process.version}, ${cpus().length} cores, ${rounds} rounds`);
if (only !== "remote") await benchLocal(Number(rounds));
if (only !== "local") await benchRemote(Number(rounds));
