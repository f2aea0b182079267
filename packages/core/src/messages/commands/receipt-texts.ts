import type { Template } from "../format.ts";

/** `braidyn score --receipt` and `braidyn verify`. */
export const receiptTexts = {
  receiptOption: {
    en: "Write a signed receipt that binds submission, bundle, scorer and report",
    ja: "提出物、バンドル、採点器、報告を結び付ける署名付き受領証を書き出す",
  },
  signingKeyOption: {
    en: "Private key (PEM); made where there is none. By default one of this user's own",
    ja: "秘密鍵（PEM）。なければ作成する。既定はこの利用者自身の鍵",
  },
  previousOption: {
    en: "The receipt that this one follows, to make a chain",
    ja: "鎖状につなぐための、直前の受領証",
  },
  receiptWritten: {
    en: "The receipt is in {path}, number {number}, signed with the key {key}",
    ja: "受領証（{number} 番）を {path} に書き出しました。署名の鍵は {key}",
  },
  keyCreated: {
    en: "A key was made in {path}; its public key is in {path}.pub: publish that one, keep the other.",
    ja: "鍵を {path} に作りました。公開鍵は {path}.pub です。公開鍵だけを公表し、秘密鍵は保管してください。",
  },
  verifySummary: {
    en: "Verify receipts offline: signature, chain, and the files that they bind",
    ja: "受領証をオフラインで検証：署名、つながり、結び付けられたファイル",
  },
  receiptsArgument: {
    en: "Receipts; several must form a chain in this order",
    ja: "受領証。複数なら、この順につながっていること",
  },
  publicKeyOption: {
    en: "The public key that must have signed: a PEM file or 64 digits",
    ja: "署名したはずの公開鍵：PEM ファイルまたは 16 進数 64 桁",
  },
  verifyReportOption: { en: "The report of the last receipt", ja: "最後の受領証の報告" },
  verifySubmissionOption: { en: "The submission of the last receipt", ja: "最後の受領証の提出物" },
  verifyBundleOption: {
    en: "The bundle of the last receipt; with --submission it is scored again",
    ja: "最後の受領証のバンドル。--submission があれば採点し直す",
  },
  checkForm: { en: "written as receipts are", ja: "受領証の形式" },
  checkSignature: { en: "signed with the key it names", ja: "記された鍵による署名" },
  checkKey: { en: "that key is the one given", ja: "鍵が指定と一致" },
  checkChain: { en: "follows the receipt before", ja: "直前の受領証とのつながり" },
  checkSubmission: { en: "the submission", ja: "提出物" },
  checkBundle: { en: "every file of the bundle", ja: "バンドルの全ファイル" },
  checkReport: { en: "the report", ja: "報告" },
  checkScorer: { en: "this scorer computes the same numbers", ja: "採点器が同じ数値を計算" },
  checkScore: { en: "scoring again gives the same report", ja: "再採点の結果が同じ報告" },
  unchecked: { en: "(not checked)", ja: "（未確認）" },
  receiptOf: {
    en: "{path}: number {number}, {challenge}, {board} board, {metric} {score}, key {key}",
    ja: "{path}：{number} 番、{challenge}、{board} ボード、{metric} {score}、鍵 {key}",
  },
  receiptsValid: { en: "Valid as far as was checked.", ja: "確認した範囲では有効です。" },
  receiptsInvalid: { en: "Not valid.", ja: "無効です。" },
  keyNotPinned: {
    en: "Anyone can sign with a key of their own: give the organizer's with --key.",
    ja: "鍵は誰でも作れます。主催者の公開鍵を --key で指定してください。",
  },
} as const satisfies Record<string, Template>;
