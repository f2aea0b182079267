/** `npm run venue -- DIR`: a folder from which teams install the kits without the internet. */
import { resolve } from "node:path";
import { downloadWheels, prepareFolder, preparedParts } from "./prepared-folder.ts";

const [given] = process.argv.slice(2);
if (given === undefined) {
  console.error("Say which folder: npm run venue -- DIR");
  process.exit(2);
}
const folder = resolve(given);
for (const { name, version } of await prepareFolder(folder)) console.log(`${name} ${version}`);
console.log(`${folder}/${preparedParts.cache}: what npm installs`);
const lacking = await downloadWheels(folder, process.env["BRAIDYN_PYTHON"] ?? "python3");
console.log(
  lacking === null ? `${folder}/${preparedParts.wheels}: what pip installs` : `no wheels: ${lacking.trim()}`,
);
