/** `fit.ts DATA MODEL`: learns from DATA (inputs and truth of the train rows) and writes MODEL. */
import { writeFileSync } from "node:fs";
import { readData } from "./data-folder.ts";
import { fit } from "./model.ts";

const [folder = "", target = ""] = process.argv.slice(2);
const data = readData(folder);
if (data.truth === null) throw new Error("there is no truth to learn from");
writeFileSync(target, JSON.stringify(fit(data, data.truth, data.kinds)));
