import type { Principal } from "./accounts/tokens.ts";
import type { Platform } from "./platform.ts";

/** Notes what an organizer did, for the console and afterwards. */
export async function audit(
  { db, clock, log }: Platform,
  principal: Principal | null,
  { action, detail }: { action: string; detail: string },
): Promise<void> {
  const by = principal === null ? "-" : principal.label || principal.role;
  await db.insertInto("audit").values({ at: clock.now(), by_label: by, action, detail }).execute();
  log.info({ action, detail, by }, "organizer");
}
