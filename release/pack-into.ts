/** `npm run pack -- DIR`: every package as it would be published, for `npm install DIR/*.tgz` and `braidyn new --packages DIR`. */
import { resolve } from "node:path";
import { packAll } from "./pack.ts";

const [given] = process.argv.slice(2);
if (given === undefined) {
  console.error("Say which folder: npm run pack -- DIR");
  process.exit(2);
}
for (const { path } of await packAll(resolve(given))) console.log(path);
