import type { ErrorText } from "./format.ts";

/** What the leak linter finds: what it is, and what to do about it. */
export const leakTexts = {
  LEAK_SHARED: {
    message: {
      en: "{count} {what}(s) are both in {first} and in {second}: {name}",
      ja: "{what} が {first} と {second} の両方に {count} 件あります（例：{name}）",
    },
    hint: {
      en: "Split by {what}, or say in leakage.forbid_shared what may be shared, and why, in the challenge's README.",
      ja: "{what} 単位で分割するか、共有してよいものを leakage.forbid_shared に定め、理由をチャレンジの README に書いてください。",
    },
  },
  LEAK_PURGE: {
    message: {
      en: "{count} windows of {first} and {second} lie less than {apart} s apart in one recording (nearest {seconds} s, {session})",
      ja: "同じ記録の中で {first} と {second} の窓 {count} 組の間隔が {apart} 秒未満です（最小 {seconds} 秒、{session}）",
    },
    hint: {
      en: "Put a whole session into one group, or leave out rows within the window's length + leakage.purge_seconds of another group.",
      ja: "セッション全体を一つのグループに入れるか、窓の長さ + leakage.purge_seconds 以内の行を除いてください。",
    },
  },
  LEAK_DUPLICATE: {
    message: {
      en: "{rows} of {of} rows of {second} are in {first} too, to the byte",
      ja: "{second} の {of} 行のうち {rows} 行が {first} にもまったく同じ値であります",
    },
    hint: {
      en: "Look for one session under two names, and for groups cut from the same samples.",
      ja: "同じセッションが二つの名前で入っていないか、同じサンプルから両方を切り出していないか確認してください。",
    },
  },
  LEAK_OVERLAP: {
    message: {
      en: "{rows} of {of} rows of {second} hold samples that rows of {first} hold too",
      ja: "{second} の {of} 行のうち {rows} 行が {first} の行と同じサンプルを含みます",
    },
    hint: {
      en: "Windows of one recording overlap across groups: put whole sessions into one group, or keep them leakage.purge_seconds apart.",
      ja: "同じ記録の窓がグループ間で重なっています。セッションごとに一つのグループに入れるか、leakage.purge_seconds 以上離してください。",
    },
  },
  LEAK_NEAR_DUPLICATE: {
    message: {
      en: "{rows} of {of} rows of {second} are nearly those of {first}: alike as no two sessions are",
      ja: "{second} の {of} 行のうち {rows} 行が {first} の行とほぼ同じです（別セッションではあり得ない近さ）",
    },
    hint: {
      en: "Look for copies with noise, another scale or another file name; windows a frame apart count as well.",
      ja: "ノイズや倍率、ファイル名だけが違う複製や、1 フレームずれた窓がないか確認してください。",
    },
  },
  LEAK_QUIET: {
    message: {
      en: "{signal} is on in {rows} of {of} windows whose truth is 0 (first in {session})",
      ja: "正解が 0 の窓 {of} 個のうち {rows} 個で {signal} がオンです（最初は {session}）",
    },
    hint: {
      en: "Draw negatives further from every event in examples(), or take the signal out of leakage.quiet if it may be on.",
      ja: "examples() で負例を出来事からもっと離して抽出するか、オンでもよいなら leakage.quiet から外してください。",
    },
  },
  LEAK_EVENTS: {
    message: {
      en: "{signal} is on in {percent} % of {of} windows whose truth is 0",
      ja: "正解が 0 の窓 {of} 個の {percent} % で {signal} がオンです",
    },
    hint: {
      en: "Fine if that is meant; else name the signal in leakage.quiet, and such windows are refused.",
      ja: "意図どおりなら問題ありません。そうでなければ leakage.quiet に信号名を書くと、そのような窓を検出します。",
    },
  },
  LEAK_QUIET_UNSEEN: {
    message: {
      en: "whether {signals} are off in windows of truth 0 was not looked at: no sessions were given",
      ja: "正解が 0 の窓で {signals} がオフかどうかは未検査です（セッションが渡されていません）",
    },
    hint: { en: "Add --sessions DIR.", ja: "--sessions DIR を付けてください。" },
  },
  LEAK_NORMALISED: {
    message: {
      en: "the inputs of {over} were scaled together: the {statistic} of nearly every column over them is exactly {value}",
      ja: "{over} の入力がまとめて正規化されています：ほぼすべての列の {statistic} がちょうど {value} です",
    },
    hint: {
      en: "Take means and scales from the train rows alone, or scale within a row or a session.",
      ja: "平均や尺度は train の行だけから求めるか、行またはセッションの中だけで正規化してください。",
    },
  },
  LEAK_ROW_ORDER: {
    message: {
      en: "the order of the test rows in the file goes with {what} ({z} standard deviations from none)",
      ja: "ファイル内のテスト行の並びが {what} と関係しています（無関係から {z} 標準偏差）",
    },
    hint: {
      en: "Order test rows by their keyed ids, as `braidyn challenge build` does; nothing may be written between.",
      ja: "`braidyn challenge build` と同じく、鍵付き ID の順に並べてください。",
    },
  },
  LEAK_ROW_ID: {
    message: {
      en: "the ids of the test rows go with {what} ({z} standard deviations from none)",
      ja: "テスト行の ID が {what} と関係しています（無関係から {z} 標準偏差）",
    },
    hint: {
      en: "Ids must be keyed hashes of session and row number; counters, labels and times show through.",
      ja: "ID はセッションと行番号の鍵付きハッシュにしてください。連番・ラベル・時刻は見抜かれます。",
    },
  },
  LEAK_PSEUDONYM_HASH: {
    message: {
      en: "the pseudonym {alias} of a {kind} follows from its name {name} without any secret ({way})",
      ja: "{kind} の仮名 {alias} が秘密鍵なしに名前 {name} から求まります（{way}）",
    },
    hint: {
      en: "All names are public: use a keyed hash (HMAC) under the bundle's secret.",
      ja: "名前はすべて公開されています。バンドルの秘密鍵による鍵付きハッシュ（HMAC）を使ってください。",
    },
  },
  LEAK_PSEUDONYM_ORDER: {
    message: {
      en: "the pseudonyms of {kind}s stand in the order of their {what} (correlation {r})",
      ja: "{kind} の仮名の順序が {what} の順序と一致します（相関 {r}）",
    },
    hint: {
      en: "Do not number things in the order in which they come: use keyed hashes.",
      ja: "登場順に番号を振らず、鍵付きハッシュを使ってください。",
    },
  },
  LEAK_SECRET: {
    message: {
      en: "the secret behind the pseudonyms ({kind}s) can be guessed",
      ja: "仮名（{kind}）の秘密鍵が推測できます",
    },
    hint: {
      en: "Leave --secret out to have a random one made, or give 64 random digits (openssl rand -hex 32). Fine for a rehearsal.",
      ja: "--secret を省いて自動生成させるか、乱数 64 桁（openssl rand -hex 32）を与えてください。練習用なら構いません。",
    },
  },
  LEAK_FEATURE: {
    message: {
      en: "one input value, {place}, tells {column} in {split} (correlation {r})",
      ja: "{split} では入力の一つの値 {place} だけで {column} が分かります（相関 {r}）",
    },
    hint: {
      en: "Look at how this value is made in examples(): signals are never so sharp.",
      ja: "examples() でこの値がどう作られているか確認してください。実際の信号はここまで明瞭ではありません。",
    },
  },
  LEAK_FINGERPRINT: {
    message: {
      en: "how the input's numbers are written ({what}) goes with {column} in {split} (correlation {r})",
      ja: "{split} の入力値の書かれ方（{what}）が {column} と関係しています（相関 {r}）",
    },
    hint: {
      en: "Rows of every class must go through the same arithmetic and have the same gaps.",
      ja: "どのクラスの行にも同じ計算を施し、欠測の入り方も同じにしてください。",
    },
  },
  LEAK_CONSTANT: {
    message: {
      en: "{count} input values never change within a session but differ between sessions (first {place})",
      ja: "{count} 個の入力値がセッション内では一定で、セッション間では異なります（最初は {place}）",
    },
    hint: {
      en: "They name the session, and with it mouse, day and prior: leave them out.",
      ja: "セッション（ひいてはマウス・日・事前確率）を特定できてしまうため、除いてください。",
    },
  },
  LEAK_CARRIED: {
    message: {
      en: "the input carries {fact} of the session: the mean of {place} follows it (correlation {r} over {sessions} sessions)",
      ja: "入力にセッションの {fact} が含まれています：{place} の平均がそれに従います（{sessions} セッションで相関 {r}）",
    },
    hint: {
      en: "Take it out of the input, or take the session's mean away.",
      ja: "入力から除くか、セッション平均を引いてください。",
    },
  },
  LEAK_STREAM: {
    message: {
      en: "input.streams has {stream}, which tells the session or the truth by what it is",
      ja: "input.streams にある {stream} は、それ自体がセッションや正解を示します",
    },
    hint: {
      en: "Take it out of the input, and show on the board as a control how far it goes.",
      ja: "入力から除き、どこまで当たるかは対照としてボードに示してください。",
    },
  },
  LEAK_SHORTCUT: {
    message: {
      en: "{probe} alone scores {metric} {score} on held-out rows",
      ja: "{probe} だけで、ホールドアウトの行の {metric} が {score} になります",
    },
    hint: {
      en: "Teams can see it: match classes within sessions, equalise counts, or take the level away.",
      ja: "参加者から見える情報です。セッション内でクラスを揃え、行数を揃え、水準を除いてください。",
    },
  },
  LEAK_FILE_UNLISTED: {
    message: { en: "{file} is in no manifest", ja: "{file} は manifest にありません" },
    hint: {
      en: "Take it out of public/ before handing it out.",
      ja: "配布前に public/ から除いてください。",
    },
  },
  LEAK_FILE_CHANGED: {
    message: {
      en: "{file} is not the file that was built",
      ja: "{file} は作成されたときのファイルではありません",
    },
    hint: { en: "Build the bundle again.", ja: "バンドルを作り直してください。" },
  },
  LEAK_FILE_BYTES: {
    message: {
      en: "{file} holds bytes that its values do not need: metadata, padding or something hidden",
      ja: "{file} に値とは関係のないバイト（メタデータ、余白、隠された内容）があります",
    },
    hint: { en: "Build the bundle again.", ja: "バンドルを作り直してください。" },
  },
  LEAK_COLUMN: {
    message: {
      en: "{file} has columns that test rows must not have: {columns}",
      ja: "{file} にテスト行が持つべきでない列があります：{columns}",
    },
    hint: {
      en: "Test rows have row_id, subject and session, the last two as pseudonyms.",
      ja: "テスト行が持つのは row_id、subject、session（後の二つは仮名）だけです。",
    },
  },
  LEAK_NAME: {
    message: {
      en: "{file} holds the {what} of a test session: {name}",
      ja: "{file} にテストセッションの {what} が含まれています：{name}",
    },
    hint: { en: "Take it out; build the bundle again.", ja: "除いて、バンドルを作り直してください。" },
  },
  LEAK_TIME_STAMP: {
    message: {
      en: "{file} was last changed on {date}, the day of a test session",
      ja: "{file} の更新日 {date} がテストセッションの日付です",
    },
    hint: {
      en: "Set the time stamps of what you hand out to one time.",
      ja: "配布物の更新時刻を一つに揃えてください。",
    },
  },
  LEAK_PRIVATE_OPEN: {
    message: {
      en: "{file} can be read by other users of this machine",
      ja: "{file} がこのマシンの他の利用者から読めます",
    },
    hint: { en: "chmod -R go= private", ja: "chmod -R go= private を実行してください。" },
  },
  LEAK_NO_PRIVATE: {
    message: {
      en: "the private half is not here: truth, names and orders of the test rows were not looked at",
      ja: "private がないため、テスト行の正解・名前・並びは未検査です",
    },
    hint: { en: "Run this where the whole bundle is.", ja: "バンドル全体がある場所で実行してください。" },
  },
  LEAK_NO_ROWS: {
    message: {
      en: "only the definition was looked at: no bundle and no sessions were given",
      ja: "定義だけを検査しました（バンドルもセッションも渡されていません）",
    },
    hint: {
      en: "Add --bundle DIR or --sessions DIR.",
      ja: "--bundle DIR または --sessions DIR を付けてください。",
    },
  },
  LEAK_BY_SIZE: {
    message: {
      en: "by their number of rows, {unique} of {of} test sessions are alone; guessing by it finds {percent} %",
      ja: "行数だけで一つに決まるテストセッションは {of} 中 {unique}、行数からの推測で当たるのは {percent} %",
    },
    hint: {
      en: "All recordings are public: whoever runs the challenge's code over them can match rows by their values anyway. Pseudonyms close accidents, not intent; entries that the harness trains itself are the answer to that.",
      ja: "記録はすべて公開されており、チャレンジのコードを実行すれば値そのものから照合できます。仮名が防ぐのは偶然であって意図ではありません。意図に対しては、ハーネス自身が学習させる提出で対処します。",
    },
  },
  LEAK_BY_SESSIONS: {
    message: {
      en: "by their number of sessions, {unique} of {of} test subjects are alone; guessing by it finds {percent} %",
      ja: "セッション数だけで一つに決まるテスト個体は {of} 中 {unique}、セッション数からの推測で当たるのは {percent} %",
    },
    hint: {
      en: "Hold out subjects with equally many sessions where that matters.",
      ja: "問題になる場合は、セッション数の等しい個体をホールドアウトにしてください。",
    },
  },
} as const satisfies Record<string, ErrorText>;

export type LeakCode = keyof typeof leakTexts;
