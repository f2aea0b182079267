import type { Template } from "../format.ts";

/** `braidyn learn`. */
export const learnTexts = {
  learnSummary: {
    en: "Guided challenges: ten lessons from opening a session to a submission",
    ja: "ガイド付きチャレンジ：セッションを開くところから提出までの 10 のレッスン",
  },
  learnWords: {
    en: "A lesson's number or `next` to start one; `check`, `hint`, `solution` or `restart`, with a number or for the lesson you are at; nothing for the list",
    ja: "始めるレッスンの番号か next。check・hint・solution・restart（番号を付けるか、今のレッスンが対象）。何も付けなければ一覧",
  },
  learnFolderOption: {
    en: "Where your lessons are; by default the folder that you are in or braidyn-lessons",
    ja: "レッスンのフォルダー。既定は今いるフォルダーか braidyn-lessons",
  },
  learnKitOption: {
    en: "The language of your programs; remembered",
    ja: "プログラムを書く言語（記憶されます）",
  },
  learnPythonOption: {
    en: "The Python command; by default BRAIDYN_PYTHON, the active environment's, or python3",
    ja: "Python のコマンド。既定は BRAIDYN_PYTHON、有効な仮想環境、python3 の順",
  },
  learnSecondsOption: { en: "How long your program may run, seconds", ja: "プログラムの制限時間（秒）" },
  learnShowOption: { en: "With `solution`: show it", ja: "solution で解答を表示する" },
  learnWatchOption: {
    en: "With `check`: check again whenever the file is saved, until everything is right",
    ja: "check で、ファイルを保存するたびに、すべて正解になるまで確認を繰り返す",
  },
  learnCheckAllOption: {
    en: "For authors: every lesson fails as shipped and passes with its solution",
    ja: "作者用：全レッスンが未回答では不合格、解答では合格になることを確かめる",
  },

  learnTitle: {
    en: "Guided challenges ({kit}), in {folder}",
    ja: "ガイド付きチャレンジ（{kit}）、場所：{folder}",
  },
  learnLesson: { en: "Lesson", ja: "レッスン" },
  learnMinutes: { en: "Minutes", ja: "目安（分）" },
  learnState: { en: "State", ja: "状態" },
  learnStatePassed: { en: "passed", ja: "合格" },
  learnStateStarted: { en: "started", ja: "進行中" },
  learnStateOpen: { en: "not yet", ja: "未着手" },
  learnGoOn: { en: "Go on: braidyn learn {word}", ja: "続ける：braidyn learn {word}" },
  learnAllPassed: {
    en: "You have passed all lessons. A real challenge waits: braidyn challenge list",
    ja: "全レッスンに合格しました。次は本物のチャレンジへ：braidyn challenge list",
  },

  learnHeading: { en: "Lesson {number}. {title}", ja: "レッスン {number}：{title}" },
  learnIdea: { en: "The idea", ja: "考え方" },
  learnTask: { en: "Your task", ja: "課題" },
  learnPreparing: {
    en: "Simulating the data of the lesson (a few seconds, once) ...",
    ja: "レッスンのデータをシミュレーション中（最初だけ、数秒）...",
  },
  learnEdit: { en: "Edit      {path}", ja: "編集する　{path}" },
  learnDataAt: { en: "The data  {path}", ja: "データ　　{path}" },
  learnReadAt: { en: "Read      {path}", ja: "読む　　　{path}" },
  learnCheckWith: { en: "Check     braidyn learn check", ja: "確認する　braidyn learn check" },
  learnHintWith: { en: "Stuck?    braidyn learn hint", ja: "困ったら　braidyn learn hint" },
  learnNeeds: {
    en: "This Python lacks what the lesson needs. Install it: {command}",
    ja: "この Python には必要なパッケージがありません。インストールしてください：{command}",
  },
  learnNoPython: {
    en: "There is no Python ({python}). Install it from python.org, name it with --python, or learn in TypeScript: --kit typescript",
    ja: "Python（{python}）が見つかりません。python.org からインストールするか、--python で指定するか、--kit typescript で TypeScript を使ってください",
  },

  learnRight: { en: "right", ja: "正解" },
  learnFoundExpected: {
    en: "found {found}, expected {expected}",
    ja: "あなたの値：{found}　期待する値：{expected}",
  },
  learnFoundExpectedAt: {
    en: "found {found}, expected {expected} (first difference: {name}{at})",
    ja: "あなたの値：{found}　期待する値：{expected}（最初の違い：{name}{at}）",
  },
  learnTodo: { en: "still to do: nothing is returned here yet", ja: "未回答：まだ何も返されていません" },
  learnTodoAt: { en: "still to do: {name}{at} is empty yet", ja: "未回答：{name}{at} がまだ空です" },
  learnKind: {
    en: "found {found}, expected {expected} ({name}{at})",
    ja: "{found}になっていますが、{expected}を期待しています（{name}{at}）",
  },
  learnKindNumber: { en: "a number", ja: "数値" },
  learnKindText: { en: "a text", ja: "文字列" },
  learnKindBoolean: { en: "true or false", ja: "真偽値" },
  learnKindList: { en: "a list", ja: "リスト" },
  learnKindRecord: { en: "names with values (a dict)", ja: "名前と値の組（辞書）" },
  learnNames: {
    en: "the names in {name}{at} differ: {expected} is missing, {found} is too many",
    ja: "{name}{at} の名前が違います（不足：{expected}　余分：{found}）",
  },
  learnLength: {
    en: "{name}{at} has {found} values, expected {expected}",
    ja: "{name}{at} の値は {found} 個ですが、{expected} 個を期待しています",
  },
  learnNan: {
    en: "{name}{at} is NaN (not a number), expected {expected}. Somewhere in the calculation a missing value came in: leave those out",
    ja: "{name}{at} が NaN（数値でない値）になっています（期待する値：{expected}）。計算のどこかに欠損値が混ざっています。除いてください",
  },
  learnWhy: { en: "Why: {why}", ja: "理由：{why}" },
  learnTypical: { en: "Typical mistake: {mistake}", ja: "よくある間違い：{mistake}" },
  learnPrinted: { en: "Your program printed:", ja: "プログラムの出力：" },
  learnNotYet: {
    en: "Not yet: {right} of {all} right. A hint: braidyn learn hint {number}",
    ja: "まだ合格ではありません：{all} 個中 {right} 個が正解。ヒント：braidyn learn hint {number}",
  },
  learnOtherFails: {
    en: "Right on the data that you have, but not on other data of the same kind (another mouse, another length). The answer must come from the data that `answer` is given: is a number or a name typed in?",
    ja: "手元のデータでは正解ですが、同じ種類の別のデータ（別のマウス、別の長さ）では違います。答えは、`answer` に渡されたデータから計算しなければなりません。数値や名前を直接書き込んでいませんか？",
  },
  learnPassed: {
    en: "Passed, also on data that you have not seen.",
    ja: "合格です。見たことのない別のデータでも正解でした。",
  },
  learnPlotAt: { en: "Look at {path}", ja: "図：{path}" },
  learnFileAt: { en: "Yours to go on with: {path}", ja: "次に使うファイル：{path}" },
  learnNext: { en: "Next: braidyn learn next", ja: "次へ：braidyn learn next" },
  learnWatching: {
    en: "Waiting for {path} to be saved (Ctrl-C ends) ...",
    ja: "{path} の保存を待っています（Ctrl-C で終了）...",
  },

  learnFailSyntax: {
    en: "The program cannot be read: {name}: {message}{where}. Look there and in the line before it: a bracket, a quote or a colon is often missing.",
    ja: "プログラムを解釈できません：{name}: {message}{where}。その行と前の行を見てください。括弧・引用符・コロンの抜けがよくある原因です。",
  },
  learnFailException: {
    en: "The program stopped with an error: {name}: {message}{where}. Print the values of that line just before it to see which is not what you think.",
    ja: "プログラムがエラーで止まりました：{name}: {message}{where}。その行の直前で値を print して、想像と違うものを探してください。",
  },
  learnFailModule: {
    en: "The package {module} is not installed{where}. Install it: {command}",
    ja: "パッケージ {module} がインストールされていません{where}。インストールしてください：{command}",
  },
  learnFailMemory: {
    en: "The program ran out of memory{where}. The data of a lesson are small: look for a list that grows without end.",
    ja: "メモリーが足りなくなりました{where}。レッスンのデータは小さいので、際限なく大きくなるリストがないか確かめてください。",
  },
  learnFailExit: {
    en: "The program ended itself (exit){where}. Leave that out: `answer` must return.",
    ja: "プログラムが自分で終了しました（exit）{where}。取り除いて、`answer` が値を返すようにしてください。",
  },
  learnFailTimeout: {
    en: "No answer after {seconds} s, so the program was ended. Is there a loop without an end? If it only needs longer: --seconds {more}",
    ja: "{seconds} 秒たっても答えが返らないため終了させました。終わらないループがありませんか？ 単に時間が必要なら --seconds {more} を付けてください",
  },
  learnFailOutput: {
    en: "The program printed more than 5 MB and was ended. Is there a print in a loop without an end?",
    ja: "出力が 5 MB を超えたため終了させました。終わらないループの中に print がありませんか？",
  },
  learnFailNoFunction: {
    en: "The program defines no function `answer`{exported}. Its name must stay.",
    ja: "プログラムに関数 `answer` がありません{exported}。この名前は変えないでください。",
  },
  learnFailNoFunctionExported: {
    en: " with `export` before it",
    ja: "（先頭に `export` が必要です）",
  },
  learnFailNothing: {
    en: "`answer` returned nothing. Still to do, or is a `return` missing?",
    ja: "`answer` が何も返しませんでした。これから書くところか、`return` を忘れていませんか？",
  },
  learnFailUnwritable: {
    en: "`answer` returned something that is neither numbers, texts, lists nor names with values: {message}",
    ja: "`answer` が、数値・文字列・リスト・辞書のどれでもないものを返しました：{message}",
  },
  learnFailDied: {
    en: "The program ended without an answer. {message}",
    ja: "プログラムが答えを返さずに終了しました。{message}",
  },
  learnWhere: { en: " (line {line})", ja: "（{line} 行目）" },
  learnWhereText: { en: " (line {line}: {text})", ja: "（{line} 行目：{text}）" },

  learnHint: { en: "Hint {number} of {all}", ja: "ヒント {number} / {all}" },
  learnNoMoreHints: {
    en: "These are all hints. The solution: braidyn learn solution {number} --show",
    ja: "ヒントはこれで全部です。解答：braidyn learn solution {number} --show",
  },
  learnRestarted: {
    en: "{path} is as in the beginning; yours is kept as {kept}.",
    ja: "{path} を最初の状態に戻しました。あなたのファイルは {kept} として残してあります。",
  },

  learnAllTitle: { en: "Every lesson, as shipped and solved", ja: "全レッスン：未回答と解答" },
  learnKit: { en: "Kit", ja: "言語" },
  learnAsShipped: { en: "As shipped", ja: "未回答" },
  learnSolution: { en: "Solution", ja: "解答" },
  learnOtherData: { en: "On other data", ja: "別のデータ" },
  learnPlots: { en: "Plots", ja: "図" },
  learnAllGood: {
    en: "{count} checked, all as they should be",
    ja: "{count} 件を確認し、すべて問題ありません",
  },
  learnAllBad: {
    en: "{bad} of {count} are not as they should be",
    ja: "{count} 件中 {bad} 件に問題があります",
  },
} as const satisfies Record<string, Template>;
