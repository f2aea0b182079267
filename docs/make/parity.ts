/** `npm run parity`: what is there in English and not in Japanese, or the other way round. Ends with 1 where something is. */
import { findMissing } from "./parity/find-missing.ts";

const { missing, compared } = await findMissing();
for (const { where, what } of missing) console.error(`${where}: ${what}`);
const counts = Object.entries(compared).map(([kind, count]) => `${count} ${kind}`);
console.log(`${missing.length} missing (${counts.join(", ")} in both languages)`);
if (missing.length > 0) process.exitCode = 1;
