/** What the schema's descriptions say in Japanese. A description that changes is missing here until this changes too. */
export const japaneseFieldTexts: Readonly<Record<string, string>> = {
  "Name of the challenge and of its folder.": "チャレンジの名前。フォルダー名も同じにします。",
  "One line.": "一行の題名。",
  "What is asked, in a sentence or two.": "何を問うのかを一、二文で。",
  "Where sessions come from.": "セッションの出どころ。",
  "Number of the dandiset, six digits in quotes.": "dandiset の番号。6 桁の数字を引用符で囲みます。",
  "Version of the dandiset that the sessions are taken from.": "セッションを取る dandiset の版。",
  "Reader's profile; without one, that of BraiDyn-BC.":
    "読み取りのプロファイル。なければ BraiDyn-BC のもの。",
  "Which sessions give rows.": "行を作るセッション。",
  "task, resting-state or sensory-stim.":
    "task（課題）、resting-state（安静時）、sensory-stim（感覚刺激）のいずれか。",
  "Days of training to use; without it, all.": "使う訓練日。なければすべて。",
  "What `challenge.ts` reads of a session, for `braidyn fetch`; without it, dF/F, sensors and trials.":
    "`challenge.ts` がセッションから読むもの（`braidyn fetch` が使います）。なければ dF/F、センサー、試行。",
  "What a model sees of a row.": "モデルに見せる、一行分の入力。",
  "What the input is made of: dFF, a sensor, body/rightpawcenter, pupil.":
    "入力のもとになるデータ：dFF、センサー名、body/rightpawcenter、pupil など。",
  "Half-open seconds from a row's time zero that its input is cut from.":
    "入力を切り出す区間。行の時刻 0 からの秒数で、終わりは含みません。",
  "Axes of one row's input, outermost first; sizes are checked when a bundle is built.":
    "一行分の入力の軸。外側から順に書きます。大きさはバンドルを作るときに確認されます。",
  "Unit of the values.": "値の単位。",
  "Whether the window ends at time zero or before: input.window.to_seconds <= 0.":
    "窓が時刻 0 以前で終わるか（input.window.to_seconds <= 0）。",
  "zero-phase: filtered forward and backward, so that even a causal window holds traces of later samples.":
    "zero-phase：順方向と逆方向にフィルターをかけたもの。因果的な窓にも、後の値の影響がわずかに残ります。",
  "What is to be predicted, by column name.": "予測する正解の列。列名ごとに書きます。",
  "binary: 0 or 1; number: finite.": "binary：0 か 1。number：有限の数。",
  "Unit of a number.": "数の単位。",
  "What the values mean.": "値の意味。",
  "What the column's reference prediction is, for log_loss_gain; examples() then gives one.":
    "log_loss_gain で比べる参照予測の説明。書いた場合は examples() が参照予測も返します。",
  "Which sessions are trained on and which are held out.":
    "どのセッションで訓練し、どれを評価用に取り分けるか。",
  "What one member is: subject-day members are written { subjects: [48, 52], days: { from: 1, to: 5 } }.":
    "分割の単位。subject-day の場合は { subjects: [48, 52], days: { from: 1, to: 5 } } のように書きます。",
  "To learn from; truth is given.": "訓練用。正解を配ります。",
  "To try out on; truth is given.": "検証用。正解を配ります。",
  "Held out; scored on the public board.": "取り分けて、公開ボードで採点します。",
  "Held out; scored on the private board, which decides.":
    "取り分けて、順位を決める非公開ボードで採点します。",
  "true: test rows name their subject, for splits in which it was trained on; else a pseudonym does.":
    "true：テストの行に個体名を示します（同じ個体で訓練する分割用）。それ以外では仮名になります。",
  "SHA-256 of the private bundle's manifest, published before the event and checked after it.":
    "非公開側のマニフェストの SHA-256。イベントの前に公開し、終わった後に照合します。",
  "What must hold between the groups of the split; checked.":
    "分割した組どうしの間で守る条件。自動で確認されます。",
  "What must not be both in train or validation and in public or private.":
    "訓練・検証と、公開・非公開テストの両方に現れてはならないもの。",
  "Least distance in time between samples of rows of different groups, where a session serves two.":
    "一つのセッションを二つの組で使うとき、行どうしの標本の間に空ける最小の時間（秒）。",
  "Sensors that must be off throughout the window of a row whose binary truth is 0 in every column.":
    "すべての列の正解が 0 である行の窓で、ずっとオフでなければならないセンサー。",
  "How predictions are scored.": "予測の採点方法。",
  "Metric that ranks.": "順位を決める指標。",
  "Metrics that are reported beside it.": "あわせて報告する指標。",
  "Which way the primary metric is better; must be the metric's own way, which holds without it.":
    "主指標は大きいほうと小さいほうのどちらがよいか。指標に固有の向きと一致していなければならず、書かなければその向きになります。",
  "Digits after the point that a board shows.": "ボードに表示する小数点以下の桁数。",
  "session-subject: a metric is computed a session, then averaged to subjects; subject: over all rows of a subject.":
    "session-subject：セッションごとに計算して個体ごとに平均。subject：個体のすべての行でまとめて計算。",
  "How sure a score is, and when two entries share a rank.": "スコアの確からしさと、同順位の決め方。",
  "Of the bootstrap over subjects and sessions.": "個体とセッションのブートストラップの反復回数。",
  "Share of the resamples that an interval holds.": "区間の信頼水準。",
  "Of the bootstrap and of examples().": "ブートストラップと examples() のシード。",
  "Which entries share a rank: those whose paired bootstrap interval holds 0, or only those of equal score at metrics.precision digits.":
    "同順位にする条件。indistinguishable：対応のあるブートストラップの区間が 0 を含むもの。equal：metrics.precision の桁数で同じスコアのものだけ。",
  "What a team may submit.": "チームが提出できるもの。",
  "Size of a submission, all files together.": "提出物の大きさ（全ファイルの合計、バイト）。",
  "Number of files of a submission.": "提出物のファイル数。",
  "Submissions a team may make in a day.": "一チームが一日に提出できる回数。",
  "Submissions a team may make in all.": "一チームが全期間に提出できる回数。",
  "Whose midnight begins a day; without it, the offset of the first phase's start, else UTC.":
    "一日の区切りに使う時間帯。なければ最初の期間の開始時刻の時差、それもなければ UTC。",
  "When submissions are taken; empty: always.": "提出を受け付ける期間。空ならいつでも。",
  "Name of the phase, unlike that of any other.": "期間の名前。ほかと重ならないもの。",
  "For people; without it, the id.": "表示用の題名。なければ id。",
  "From when submissions are taken, with the zone: 2026-10-01T09:00:00+09:00.":
    "受付の開始。時差つきで書きます：2026-10-01T09:00:00+09:00",
  "Until when, with the zone.": "受付の終了。時差つきで書きます。",
  "From when the public board no longer changes, until the end; without it, never.":
    "公開ボードの更新を止める時刻（終了まで）。なければ止めません。",
  "What one run of a submitted model may use.": "提出モデルの一回の実行で使える資源。",
  "Time on the clock.": "実時間（秒）。",
  "Memory, MiB.": "メモリー（MiB）。",
  "Bytes that the run may write, its log included.": "書き込めるバイト数（ログを含む）。",
  "Processes and threads at a time.": "同時に存在できるプロセスとスレッドの数。",
};
