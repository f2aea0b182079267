/**
 * Serves a folder of sessions as the DANDI archive would:
 *
 *     node --conditions=@braidyn/source --import tsx test/dandi-server/main.ts DIR [--latency MS] [--rate BYTES_PER_S]
 *       [--fault KIND=SHARE]... [--token TOKEN] [--port PORT] [--minutes M]
 *
 * KIND is 500, 429, reset, truncated or stalled. It prints the line for DANDI_API_URL, and stops by itself after an
 * hour unless --minutes says otherwise.
 */
import { parseArgs } from "node:util";
import { faultKinds, type FaultKind } from "./faults.ts";
import { startDandiServer } from "./server.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    latency: { type: "string", default: "0" },
    rate: { type: "string", default: "0" },
    fault: { type: "string", multiple: true, default: [] },
    token: { type: "string" },
    port: { type: "string", default: "0" },
    minutes: { type: "string", default: "60" },
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error("which folder?");

const faults: Partial<Record<FaultKind, number>> = {};
for (const fault of values.fault) {
  const [name, share] = fault.split("=");
  const kind = faultKinds.find((each) => each === name);
  if (kind === undefined || !(Number(share) >= 0)) throw new Error(`${fault} is no fault such as reset=0.05`);
  faults[kind] = Number(share);
}

const server = await startDandiServer(folder, {
  ...(values.token === undefined ? {} : { token: values.token }),
  apiPort: Number(values.port),
  behaviour: { latencyMs: Number(values.latency), bytesPerSecond: Number(values.rate), faults },
});
console.log(`${server.assets.length} sessions at dandi:001425\nDANDI_API_URL=${server.apiUrl}`);

const stop = () => void server.close().then(() => process.exit());
process.once("SIGINT", stop).once("SIGTERM", stop);
setTimeout(stop, Number(values.minutes) * 60_000);
