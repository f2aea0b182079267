/** Before @braidyn/cli is packed: puts the starter kits into one file of it, for `braidyn new` where there is no checkout. */
import { writeFileSync } from "node:fs";
import { kitFiles, kitNames } from "../packages/cli/src/kit/kit-files.ts";

const kits = Object.fromEntries(kitNames.map((kit) => [kit, kitFiles(kit)]));
writeFileSync(new URL("../packages/cli/kits.json", import.meta.url), `${JSON.stringify(kits)}\n`);
