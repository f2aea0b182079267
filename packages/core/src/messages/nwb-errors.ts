import type { ErrorText } from "./format.ts";

/** Errors of opening and reading session files. */
export const nwbErrors = {
  SESSION_NAME: {
    message: {
      en: '"{name}" is not the name of a session file',
      ja: "「{name}」はセッションファイルの名前ではありません",
    },
    hint: {
      en: "Two styles are known: sub-VG1-GC#51_ses-2023-06-29-task-day11_widefield+behavior.nwb (DANDI) and VG1GC-51_2023-06-29_task-day11.nwb (the authors'). The type is task, resting-state or sensory-stim.",
      ja: "使える形式は二つです：sub-VG1-GC#51_ses-2023-06-29-task-day11_widefield+behavior.nwb（DANDI）と VG1GC-51_2023-06-29_task-day11.nwb（著者の形式）。種類は task、resting-state、sensory-stim のいずれかです。",
    },
  },
  NWB_NOT_FOUND: {
    message: { en: "there is no file {path}", ja: "ファイル {path} がありません" },
    hint: {
      en: "Check the path or the address; `braidyn sessions DIR` lists the sessions of a folder.",
      ja: "パスまたはアドレスを確認してください。`braidyn sessions DIR` でフォルダー内のセッションを一覧できます。",
    },
  },
  NWB_NOT_READABLE: {
    message: { en: "{path} cannot be read: {reason}", ja: "{path} を読めません：{reason}" },
    hint: {
      en: "Name a file that you may read, not a folder or a device.",
      ja: "フォルダーやデバイスではなく、読み取り権限のあるファイルを指定してください。",
    },
  },
  NWB_NOT_HDF5: {
    message: {
      en: "{path} is not an HDF5 file ({size} bytes, no HDF5 signature)",
      ja: "{path} は HDF5 ファイルではありません（{size} バイト、HDF5 の署名なし）",
    },
    hint: {
      en: "NWB sessions are HDF5 files. An interrupted download, a Git LFS pointer or a web page saved as .nwb looks like this: fetch the file again.",
      ja: "NWB セッションは HDF5 ファイルです。中断したダウンロード、Git LFS のポインター、.nwb として保存されたウェブページの可能性があります。取得し直してください。",
    },
  },
  NWB_NOT_SESSION: {
    message: {
      en: "{path} is HDF5 but not an NWB session: {reason}",
      ja: "{path} は HDF5 ですが NWB セッションではありません：{reason}",
    },
    hint: {
      en: "Choose a file whose root has the attribute neurodata_type = NWBFile.",
      ja: "ルートの属性 neurodata_type が NWBFile であるファイルを選んでください。",
    },
  },
  NWB_TRUNCATED: {
    message: {
      en: "{path} ends at byte {size}, but {what} needs bytes up to {end}",
      ja: "{path} は {size} バイトで終わっていますが、{what} には {end} バイト目までが必要です",
    },
    hint: {
      en: "The file was cut off, for example by an interrupted copy or download. Fetch it again and compare its size.",
      ja: "コピーやダウンロードの中断などでファイルが途中で切れています。取得し直し、サイズを確認してください。",
    },
  },
  NWB_CORRUPT: {
    message: {
      en: "{path} is damaged at byte {offset}: {what}",
      ja: "{path} は {offset} バイト目が壊れています：{what}",
    },
    hint: {
      en: "Fetch the file again and compare its checksum with the source's.",
      ja: "ファイルを取得し直し、チェックサムを配布元と比べてください。",
    },
  },
  NWB_UNSUPPORTED: {
    message: {
      en: "{path} uses an HDF5 feature that cannot be read here: {what}",
      ja: "{path} はここでは読めない HDF5 の機能を使っています：{what}",
    },
    hint: {
      en: "Rewrite the file with h5repack or pynwb (contiguous, or chunked with gzip), or ask whoever made it to.",
      ja: "h5repack または pynwb で書き直す（連続配置、または gzip のチャンク）か、作成者に依頼してください。",
    },
  },
  NWB_TOO_LARGE: {
    message: {
      en: "reading {what} of {path} would take {bytes} bytes of memory; the limit is {limit}",
      ja: "{path} の {what} を読むには {bytes} バイトのメモリーが必要です。上限は {limit} バイトです",
    },
    hint: {
      en: "Read a part with time: [from, to], or raise maxReadBytes in openSession if the machine has the memory.",
      ja: "time: [from, to] で一部だけ読むか、メモリーに余裕があれば openSession の maxReadBytes を大きくしてください。",
    },
  },
  NWB_MISSING: {
    message: { en: "{path} has no {what}", ja: "{path} に {what} はありません" },
    hint: {
      en: "There is: {available}. `braidyn inspect` shows everything a file holds.",
      ja: "あるもの：{available}。`braidyn inspect` でファイルの内容をすべて表示できます。",
    },
  },
  NWB_SHAPE: {
    message: {
      en: "{what} of {path} has the shape {found}; {expected} was expected",
      ja: "{path} の {what} の形は {found} です。期待した形は {expected} です",
    },
    hint: {
      en: "The file does not follow the dataset's layout; check how it was written.",
      ja: "ファイルがデータセットの構造に従っていません。作成方法を確認してください。",
    },
  },
  NWB_TIME_RANGE: {
    message: { en: "[{from}, {to}] is not a time range", ja: "[{from}, {to}] は時間の範囲ではありません" },
    hint: {
      en: "Give two numbers in seconds on the session's clock, from <= to.",
      ja: "セッションの時計での秒を表す二つの数を、from <= to の順で与えてください。",
    },
  },
  NWB_FRAME_RANGE: {
    message: {
      en: "[{from}, {to}] is not a range of frames",
      ja: "[{from}, {to}] はフレームの範囲ではありません",
    },
    hint: {
      en: "Give two whole numbers, from <= to; the frame `to` is not read.",
      ja: "二つの整数を from <= to の順で与えてください。`to` のフレームは読みません。",
    },
  },
  NWB_TIMESTAMPS: {
    message: {
      en: "the timestamps of {path} do not run forward between {from} and {to} s",
      ja: "{path} の時刻は {from} 秒から {to} 秒の間で単調に増えていません",
    },
    hint: {
      en: "A time range cannot be found there: read the whole series and choose samples by hand.",
      ja: "時間の範囲を特定できません。系列全体を読み、サンプルを自分で選んでください。",
    },
  },
  NWB_CLOSED: {
    message: { en: "{path} was closed already", ja: "{path} はすでに閉じられています" },
    hint: { en: "Read before session.close().", ja: "session.close() の前に読んでください。" },
  },
  NWB_WRITE_FAILED: {
    message: { en: "{path} could not be written: {reason}", ja: "{path} を書き込めませんでした：{reason}" },
    hint: {
      en: "Check that the folder exists, may be written to and has free space. No unfinished file was left behind.",
      ja: "フォルダーが存在し、書き込み権限と空き容量があることを確認してください。書きかけのファイルは残していません。",
    },
  },
  SIMULATOR_OPTION: {
    message: {
      en: "{option} is {found}; {expected} was expected",
      ja: "{option} に {found} が指定されましたが、使えるのは {expected} です",
    },
    hint: {
      en: "See `braidyn simulate --help` for what can be simulated.",
      ja: "シミュレーションできる範囲は `braidyn simulate --help` をご覧ください。",
    },
  },
} as const satisfies Record<string, ErrorText>;
