import { lanes } from "../remote/lanes.ts";

/** How requests share the network. */
export interface Pace {
  /** Most bytes of one request. */
  readonly partBytes: number;
  run(request: () => Promise<void>): Promise<void>;
}

const mostRequests = 8;
const [leastPartBytes, mostPartBytes] = [128 * 1024, 1024 * 1024];

/**
 * Of a fetch of `bytes` about a hundredth is asked for at any time, within reason. What has come of an answer is kept as it
 * comes; what is still on its way when a process is killed comes again. Large fetches still fill a line of long delays.
 */
export function paceOf(bytes: number): Pace {
  const underWay = bytes / 100;
  const requests = Math.min(mostRequests, Math.max(1, Math.round(underWay / leastPartBytes)));
  const partBytes = Math.min(mostPartBytes, Math.max(leastPartBytes, Math.round(underWay / requests)));
  const { run } = lanes(requests);
  return { partBytes, run: (request) => run("large", request) };
}
