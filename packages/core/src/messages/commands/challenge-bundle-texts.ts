import type { Template } from "../format.ts";

/** `braidyn challenge build`, `commit` and `verify-commitment`: bundles over many sessions. */
export const challengeBundleTexts = {
  jobsOption: {
    en: "Processes that read sessions at the same time; by default one a core, at most 8",
    ja: "セッションを同時に読み込むプロセス数。既定はコア数（最大 8）",
  },
  skipFailedOption: {
    en: "List sessions that cannot be read as left out, instead of ending",
    ja: "読み込めないセッションで終了せず、対象外として一覧に残す",
  },
  buildReused: {
    en: "Taken from an earlier build that did not end: {sessions} sessions",
    ja: "前回中断した作成から引き継いだセッション：{sessions}",
  },
  buildKept: {
    en: "What was done is kept in {folder}: the same command goes on from there; delete that folder otherwise.",
    ja: "途中までの結果は {folder} に残っています。同じコマンドで続きから再開できます。不要なら削除してください。",
  },
  commitmentLine: { en: "Commitment: {commitment}", ja: "コミットメント：{commitment}" },
  commitSummary: {
    en: "Say a bundle's commitment, to be published before the event",
    ja: "開催前に公開する、バンドルのコミットメントを表示",
  },
  commitWriteOption: {
    en: "Also write it into this challenge's challenge.yaml, as split.commitment",
    ja: "このチャレンジの challenge.yaml に split.commitment として書き込む",
  },
  commitWritten: { en: "Written into {path}", ja: "{path} に書き込みました" },
  verifyCommitmentSummary: {
    en: "Check a bundle's files, and its private half against the commitment that was published",
    ja: "バンドルの全ファイルと、private が公開済みのコミットメントに一致するかを検査",
  },
  commitmentOption: { en: "The 64 digits that were published", ja: "公開された 64 桁の値" },
  commitmentChallengeOption: {
    en: "The challenge whose split.commitment was published",
    ja: "split.commitment を公開したチャレンジ",
  },
  commitmentHolds: {
    en: "The private half is the one that was committed to; {files} files ({size}) are unchanged.",
    ja: "private は公開されたコミットメントと一致し、{files} ファイル（{size}）に変更はありません。",
  },
} as const satisfies Record<string, Template>;
