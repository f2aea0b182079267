/**
 * Whom programs run as where the harness is root: a user without a name, a file or another process. 60578 to 61183 are set aside
 * for nobody by systemd's list of ids, and they exist in containers that map only the first 65,536.
 */
const unprivilegedId = 61111;

/** The user and group that programs run as; null where that is the harness's own user. */
export function unprivilegedIdentity(): { readonly uid: number; readonly gid: number } | null {
  return process.getuid?.() === 0 ? { uid: unprivilegedId, gid: unprivilegedId } : null;
}
