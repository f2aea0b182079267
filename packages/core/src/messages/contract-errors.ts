import type { ErrorText } from "./format.ts";

/** Errors of what a challenge's definition promises. */
export const contractErrors = {
  CHALLENGE_KEY_NAME: {
    message: {
      en: '{path}:{line}: "{key}" cannot be a name in {where}',
      ja: "{path}:{line}：{where} の名前として「{key}」は使えません",
    },
    hint: { en: "Write it as {expected}.", ja: "{expected} の形で書いてください。" },
  },
  CHALLENGE_CAUSAL: {
    message: {
      en: "{path}:{line}: input.causal is true, but the window ends {end} s after time zero",
      ja: "{path}:{line}：input.causal が true なのに、窓は時刻 0 の {end} 秒後まで続いています",
    },
    hint: {
      en: "Set input.window.to_seconds to 0 or less, or input.causal to false.",
      ja: "input.window.to_seconds を 0 以下にするか、input.causal を false にしてください。",
    },
  },
  CHALLENGE_DIRECTION: {
    message: {
      en: "{path}:{line}: metrics.direction is {found}, but {metric} is better the other way",
      ja: "{path}:{line}：metrics.direction が {found} ですが、{metric} の良し悪しは逆向きです",
    },
    hint: {
      en: "Write {expected}, or leave metrics.direction out: the metric knows its own.",
      ja: "{expected} と書くか、metrics.direction を省いてください。向きは指標ごとに決まっています。",
    },
  },
  CHALLENGE_METRIC_COLUMN: {
    message: {
      en: '{path}:{line}: "{metric}" scores 0/1 columns, but truth.{column} is a number',
      ja: "{path}:{line}：「{metric}」は 0/1 の列を採点する指標ですが、truth.{column} は数値です",
    },
    hint: {
      en: "Name a metric for numbers (r2, spearman, mae, ...), or make the column binary.",
      ja: "数値用の指標（r2、spearman、mae など）を指定するか、列を binary にしてください。",
    },
  },
  CHALLENGE_SHARED: {
    message: {
      en: "{path}:{line}: leakage.forbid_shared names {what}, but split.{first} and split.{second} share {value}",
      ja: "{path}:{line}：leakage.forbid_shared に {what} とありますが、split.{first} と split.{second} が {value} を共有しています",
    },
    hint: {
      en: "Take it out of one of the groups, or take {what} out of forbid_shared (split.unit is {unit}).",
      ja: "どちらかのグループから外すか、forbid_shared から {what} を外してください（split.unit は {unit}）。",
    },
  },
  CHALLENGE_SPLIT_DAYS: {
    message: {
      en: "{path}:{line}: {field} asks for day {day}, but data.sessions.days goes from {first} to {last}",
      ja: "{path}:{line}：{field} に {day} 日目がありますが、data.sessions.days は {first} 日目から {last} 日目までです",
    },
    hint: {
      en: "Correct the day, or widen data.sessions.days.",
      ja: "日を直すか、data.sessions.days を広げてください。",
    },
  },
  CHALLENGE_NEW_ID: {
    message: { en: '"{id}" cannot be the name of a challenge', ja: "「{id}」はチャレンジの名前に使えません" },
    hint: {
      en: "Begin with a letter and use a-z, 0-9 and hyphens, at most 64: tone-or-not.",
      ja: "英小文字で始め、a-z、0-9、ハイフンを 64 文字まで使ってください（例：tone-or-not）。",
    },
  },
  CHALLENGE_NEW_EXISTS: {
    message: { en: "there is something in {path} already", ja: "{path} にはすでに何かがあります" },
    hint: {
      en: "Name a folder that does not exist with -o; nothing is ever overwritten.",
      ja: "まだ存在しないフォルダーを -o で指定してください。上書きはしません。",
    },
  },
  CHALLENGE_NEW_WRITE: {
    message: { en: "{path} could not be made: {reason}", ja: "{path} を作れませんでした：{reason}" },
    hint: {
      en: "Check that the folder above it can be written to and that the disk has room.",
      ja: "上のフォルダーに書き込めるか、ディスクに空きがあるかを確認してください。",
    },
  },
  CHALLENGE_PHASE_REPEATED: {
    message: {
      en: '{path}:{line}: there are two phases "{id}"',
      ja: "{path}:{line}：「{id}」というフェーズが二つあります",
    },
    hint: { en: "Give every phase an id of its own.", ja: "フェーズごとに異なる id を付けてください。" },
  },
  CHALLENGE_FREEZE: {
    message: {
      en: "{path}:{line}: {field} is {freeze}, outside the phase ({start} to {end})",
      ja: "{path}:{line}：{field} の {freeze} はフェーズの期間（{start} から {end}）の外です",
    },
    hint: {
      en: "Put it between start and end, or leave it out so that the board never freezes.",
      ja: "start と end の間の時刻にするか、省いてください。省くとボードは凍結されません。",
    },
  },
} as const satisfies Record<string, ErrorText>;
