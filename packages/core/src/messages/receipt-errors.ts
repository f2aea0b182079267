import type { ErrorText } from "./format.ts";

/** Errors of receipts and of the keys that sign them. */
export const receiptErrors = {
  RECEIPT_FORM: {
    message: {
      en: "this is no receipt as it was written: {reason}",
      ja: "書き出されたままの受領証ではありません：{reason}",
    },
    hint: {
      en: "A receipt is canonical JSON, and no byte of it may change: get the file again from whoever signed it.",
      ja: "受領証は正規形の JSON で、1 バイトも変えられません。署名した人から受け取り直してください。",
    },
  },
  RECEIPT_SIGNATURE: {
    message: {
      en: "the signature is not that of the key it names",
      ja: "署名が、記された鍵によるものではありません",
    },
    hint: {
      en: "The receipt was changed after it was signed: trust nothing in it.",
      ja: "署名後に改変されています。内容を信用しないでください。",
    },
  },
  RECEIPT_SIGNER: {
    message: {
      en: "the receipt was signed with the key {found}..., not {expected}...",
      ja: "受領証の署名は鍵 {found}... によるもので、{expected}... ではありません",
    },
    hint: {
      en: "Anyone can make a key: accept the receipt only if you know this one as the organizer's.",
      ja: "鍵は誰でも作れます。主催者の鍵だと確認できる場合だけ受け入れてください。",
    },
  },
  RECEIPT_CHAIN: {
    message: {
      en: "the receipt does not follow the one before (that is {found}, it names {expected})",
      ja: "直前の受領証につながっていません（直前は {found}、記載は {expected}）",
    },
    hint: {
      en: "Give the receipts in the order in which they were signed; one may be missing or exchanged.",
      ja: "署名された順に並べてください。抜けているか、差し替えられている可能性があります。",
    },
  },
  RECEIPT_SUBMISSION: {
    message: {
      en: "this is not the submission that was scored ({found}..., scored was {expected}...)",
      ja: "採点された提出物ではありません（これは {found}...、採点されたのは {expected}...）",
    },
    hint: {
      en: "Compare with the file exactly as it was submitted.",
      ja: "提出したままのファイルと比べてください。",
    },
  },
  RECEIPT_BUNDLE: {
    message: {
      en: "{file} is not the bundle's file that was scored with ({found}... instead of {expected}...)",
      ja: "{file} は採点に使われたバンドルのファイルと異なります（{expected}... のはずが {found}...）",
    },
    hint: {
      en: "The bundle was changed or is another one: get it again.",
      ja: "バンドルが改変されたか、別のものです。入手し直してください。",
    },
  },
  RECEIPT_REPORT: {
    message: {
      en: "this is not the report that was signed ({found}... instead of {expected}...)",
      ja: "署名された報告ではありません（{expected}... のはずが {found}...）",
    },
    hint: {
      en: "Compare with the file that `braidyn score -o` wrote, unchanged.",
      ja: "`braidyn score -o` が書き出したままのファイルと比べてください。",
    },
  },
  RECEIPT_SCORER: {
    message: {
      en: "this scorer computes other numbers than the one that signed, though both are version {version} ({found}... instead of {expected}...)",
      ja: "同じバージョン {version} なのに、この採点器は署名した採点器と異なる数値を計算します（{expected}... のはずが {found}...）",
    },
    hint: {
      en: "One of the two was changed: install the published version and verify again.",
      ja: "どちらかが改変されています。公開版を入れ直して、もう一度検証してください。",
    },
  },
  RECEIPT_SCORE: {
    message: {
      en: "scoring again gives another report ({found}... instead of {expected}...)",
      ja: "採点し直すと別の報告になります（{expected}... のはずが {found}...）",
    },
    hint: {
      en: "The signed score does not follow from this submission and bundle.",
      ja: "署名されたスコアは、この提出物とバンドルからは得られません。",
    },
  },
  RECEIPT_KEY_FILE: {
    message: { en: "{path} cannot be used as a key: {reason}", ja: "{path} を鍵として使えません：{reason}" },
    hint: {
      en: "To sign, name an Ed25519 private key in PEM (PKCS #8), or a file that does not exist, to make one. To verify, name a public key in PEM, or its 64 digits.",
      ja: "署名には PEM（PKCS #8）の Ed25519 秘密鍵を指定するか、存在しないファイル名を指定して新しく作ってください。検証には PEM の公開鍵か、その 16 進数 64 桁を指定してください。",
    },
  },
  RECEIPT_KEY_MODE: {
    message: {
      en: "others may read the private key {path} (mode {mode})",
      ja: "秘密鍵 {path} が他の利用者にも読める状態です（モード {mode}）",
    },
    hint: {
      en: "Run chmod 600 on it; if others could have read it, make another key.",
      ja: "chmod 600 を実行してください。読まれた可能性があれば、鍵を作り直してください。",
    },
  },
} as const satisfies Record<string, ErrorText>;
