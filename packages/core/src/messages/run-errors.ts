import type { ErrorText } from "./format.ts";

const limitHint = {
  en: "The limits stand under sandbox: in the challenge's definition; `braidyn validate ENTRY --bundle DIR` shows them.",
  ja: "上限はチャレンジ定義の sandbox: にあり、`braidyn validate 提出物 --bundle フォルダー` で表示されます。",
};

/** Errors of running entries. */
export const runErrors = {
  RUN_NO_ISOLATION: {
    message: {
      en: "this entry has to be run, and cannot be: {reason}",
      ja: "この提出物は実行が必要ですが、できません：{reason}",
    },
    hint: {
      en: "If it is your own code, run it without isolation: `--isolation none`; the report then says that it is not verified.",
      ja: "自分のコードであれば `--isolation none` を付けて隔離なしで実行できます。報告には未検証と記されます。",
    },
  },
  RUN_HELD_OUT: {
    message: {
      en: "the {board} board is held out, and is scored only where code runs in isolation",
      ja: "{board} ボードは非公開のため、隔離して実行できる環境でしか採点しません",
    },
    hint: {
      en: "Score --board validation here, or score where `braidyn doctor` says that isolation is on.",
      ja: "ここでは --board validation で採点するか、`braidyn doctor` で隔離が有効な環境で採点してください。",
    },
  },
  RUN_EXIT: {
    message: {
      en: "{step} ended with exit code {exit} ({reason} at {place})",
      ja: "{step} が終了コード {exit} で終わりました（{place} の {reason}）",
    },
    hint: {
      en: "Run it on your own machine: `braidyn score ENTRY --bundle DIR --isolation none` shows the whole message.",
      ja: "手元で `braidyn score ENTRY --bundle DIR --isolation none` を実行すると、メッセージの全体が表示されます。",
    },
  },
  RUN_SIGNAL: {
    message: { en: "{step} was ended by {signal}", ja: "{step} が {signal} で終了しました" },
    hint: {
      en: "Often a crash in compiled code, or a forbidden system call: networks, other processes' memory, mounts.",
      ja: "ネイティブコードの異常終了か、許可されていないシステムコール（ネットワーク、他プロセスのメモリー、マウントなど）が主な原因です。",
    },
  },
  RUN_TIME: {
    message: { en: "{step} ran for more than {limit} s", ja: "{step} の実行が {limit} 秒を超えました" },
    hint: limitHint,
  },
  RUN_CPU: {
    message: {
      en: "{step} used more than {limit} s of processor time",
      ja: "{step} の CPU 時間が {limit} 秒を超えました",
    },
    hint: limitHint,
  },
  RUN_MEMORY: {
    message: {
      en: "{step} needed more than {limit} MiB of memory",
      ja: "{step} のメモリー使用量が {limit} MiB を超えました",
    },
    hint: limitHint,
  },
  RUN_PROCESSES: {
    message: {
      en: "{step} wanted more than {limit} processes and threads",
      ja: "{step} のプロセスとスレッドの数が {limit} を超えました",
    },
    hint: limitHint,
  },
  RUN_FILE_SIZE: {
    message: {
      en: "{step} wrote a file of more than {limit} bytes",
      ja: "{step} の書いたファイルが {limit} バイトを超えました",
    },
    hint: limitHint,
  },
  RUN_PRINTED: {
    message: {
      en: "{step} printed more than {limit} bytes",
      ja: "{step} の標準出力か標準エラーが {limit} バイトを超えました",
    },
    hint: limitHint,
  },
  RUN_NOT_STARTED: {
    message: { en: "{step} could not be started: {reason}", ja: "{step} を開始できませんでした：{reason}" },
    hint: {
      en: "This is the machine's fault, not the entry's: `braidyn doctor` says what is missing.",
      ja: "提出物ではなく環境の問題です。不足しているものは `braidyn doctor` で確認できます。",
    },
  },
  RUN_ABORTED: {
    message: { en: "the run was stopped", ja: "実行が中止されました" },
    hint: { en: "Start it again.", ja: "もう一度実行してください。" },
  },
  RUN_NO_MODEL: {
    message: { en: "fit wrote no model", ja: "fit がモデルを書き出しませんでした" },
    hint: {
      en: "Write the model to the path of the second argument, into the file that is there: a rename over it fails.",
      ja: "2 番目の引数のパスにある既存のファイルへ直接書き込んでください（別名で書いてからの改名はできません）。",
    },
  },
  RUN_NO_PREDICTIONS: {
    message: { en: "predict wrote no predictions", ja: "predict が予測を書き出しませんでした" },
    hint: {
      en: "Write predictions.csv to the path of the second argument, into the file that is there: a rename over it fails.",
      ja: "2 番目の引数のパスにある既存のファイルへ直接書き込んでください（別名で書いてからの改名はできません）。",
    },
  },
  RUN_OUTPUT: {
    message: {
      en: "what {step} wrote is no regular file any more ({found})",
      ja: "{step} の出力が通常のファイルではなくなっています（{found}）",
    },
    hint: {
      en: "Write into the file that is there; links, pipes and special permissions are not taken.",
      ja: "既存のファイルへ直接書き込んでください。リンクやパイプ、特殊な権限は受け付けません。",
    },
  },
  RUN_NOT_REPRODUCED: {
    message: {
      en: "run twice on the same input, the entry gave different predictions (first difference: {place})",
      ja: "同じ入力で二度実行したところ、予測が一致しませんでした（最初の相違：{place}）",
    },
    hint: {
      en: "Seed every random generator, and do not use the time, the order of a set or several threads that add up floats.",
      ja: "乱数の種をすべて固定し、時刻、集合の順序、浮動小数点数を足し合わせる複数スレッドに依存しないようにしてください。",
    },
  },
  STREAM_READY: {
    message: {
      en: "the first line was answered by {found} instead of ready",
      ja: "最初の行への応答が ready ではなく {found} でした",
    },
    hint: {
      en: "Read the first line, load what you need, then print the line ready and flush it.",
      ja: "最初の行を読み、必要なものを読み込んでから ready という一行を出力し、必ず送り出してください。",
    },
  },
  STREAM_SILENT: {
    message: {
      en: "frame {frame} of row {row} was not answered within {seconds} s",
      ja: "行 {row} のフレーム {frame} に {seconds} 秒以内の応答がありませんでした",
    },
    hint: {
      en: "Answer every line with one line, and flush it (Python: print(..., flush=True)), before reading the next.",
      ja: "次の行を読む前に、各行に一行で応答し、必ず送り出してください（Python では print(..., flush=True)）。",
    },
  },
  STREAM_ENDED: {
    message: {
      en: "the program ended before frame {frame} of row {row} was answered",
      ja: "行 {row} のフレーム {frame} に応答する前にプログラムが終了しました",
    },
    hint: {
      en: "Answer until stdin ends.",
      ja: "標準入力が終わるまで応答を続けてください。",
    },
  },
  STREAM_ANSWER: {
    message: {
      en: "frame {frame} of row {row} was answered by {found}",
      ja: "行 {row} のフレーム {frame} への応答が {found} でした",
    },
    hint: {
      en: "Answer with one line: a JSON list of {expected} finite numbers. Print nothing else; stderr is free for that.",
      ja: "有限の数 {expected} 個の JSON リストを一行で返してください。それ以外は標準出力に書かず、標準エラーに書いてください。",
    },
  },
  STREAM_EARLY: {
    message: {
      en: "there was an answer more than frames handed over (by frame {frame} of row {row})",
      ja: "渡したフレームより応答が多くなりました（行 {row} のフレーム {frame} まで）",
    },
    hint: {
      en: "Answer each frame once, after it was handed over, and print nothing after the last one.",
      ja: "各フレームには、渡された後に一度だけ応答し、最後の応答の後には何も出力しないでください。",
    },
  },
} as const satisfies Record<string, ErrorText>;
