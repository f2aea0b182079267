/** Before packing: puts the starter kits into one file of this package, for `braidyn new` where there is no checkout. */
import { writeFileSync } from "node:fs";
import { kitFiles, kitNames } from "../src/kit/kit-files.ts";

const kits = Object.fromEntries(kitNames.map((kit) => [kit, kitFiles(kit)]));
writeFileSync(new URL("../kits.json", import.meta.url), `${JSON.stringify(kits)}\n`);
