import type { Template } from "../format.ts";

/** What `braidyn doctor` says of the isolation. */
export const isolationTexts = {
  forIsolation: {
    en: "running code of others; it was just attacked, and held",
    ja: "他人のコードの実行（攻撃を試して確認済み）",
  },
  forNoIsolation: {
    en: "running code of others; without it, run only your own",
    ja: "他人のコードの実行（ない場合は自分のコードだけを実行）",
  },
  adviceRlimits: {
    en: "No cgroup may be written here, so memory and processes are limited for each process, not for a run as a whole. Run as root or under systemd (`systemd-run --user --scope`).",
    ja: "cgroup に書き込めないため、メモリーとプロセス数の上限は実行全体ではなくプロセスごとにかかります。root か systemd のもと（`systemd-run --user --scope`）で実行してください。",
  },
} as const satisfies Record<string, Template>;
