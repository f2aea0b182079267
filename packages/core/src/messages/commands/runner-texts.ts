import type { Template } from "../format.ts";

/** Running models and code by `braidyn score` and `validate`. */
export const runnerTexts = {
  isolationOption: {
    en: "What keeps a submitted program from this machine: auto (bubblewrap, or refuse), none (run your own code only)",
    ja: "プログラムの隔離：auto（bubblewrap。使えなければ実行しない）、none（隔離なし。自分のコード専用）",
  },
  twiceOption: {
    en: "Run it twice and compare; always so on public and private",
    ja: "二度実行して結果を比べる（public と private では常に実行）",
  },
  detailsOption: {
    en: "Write times, latencies, resources and the log of the run as JSON",
    ja: "実行の時間・遅延・使用資源・ログを JSON に書き出す",
  },
  notIsolatedWarning: {
    en: "Running without isolation: the programs can read and change whatever you can. Do this with your own code only.",
    ja: "隔離なしで実行します。プログラムはあなたと同じ権限でファイルを読み書きできます。自分のコードだけにしてください。",
  },
  runSteps: {
    en: "{step}: {seconds} s on the clock, {cpu} s of CPU, {memory} of memory at most",
    ja: "{step}：実時間 {seconds} 秒、CPU {cpu} 秒、最大メモリー {memory}",
  },
  runLatency: {
    en: "A frame's answer took {median} ms (median), {p95} ms (95 %), {max} ms (longest) over {frames} frames.",
    ja: "フレームごとの応答：中央値 {median} ms、95 % {p95} ms、最長 {max} ms（{frames} フレーム）。",
  },
  runDetailsWritten: { en: "The run's details are in {path}.", ja: "実行の詳細を {path} に書き出しました。" },
  acceptedModel: {
    en: "It would be accepted: an ONNX model of {nodes} nodes. It is not run here; `braidyn score` runs it.",
    ja: "受理されます：ノード {nodes} 個の ONNX モデルです。ここでは実行しません（実行は `braidyn score`）。",
  },
  acceptedCode: {
    en: "It would be accepted: {runtime}, {files} files, {programs}. It is not run here; `braidyn score` runs it.",
    ja: "受理されます：{runtime}、ファイル {files} 個、{programs}。ここでは実行しません（実行は `braidyn score`）。",
  },
  acceptedNotVerified: {
    en: "It would not be verified: {reason}",
    ja: "検証済みにはなりません：{reason}",
  },
  lacksFit: {
    en: "it has no fit, so the harness cannot train the model itself.",
    ja: "fit がないため、ハーネスがモデルを学習できません。",
  },
  lacksStream: {
    en: "this challenge is causal, and the entry does not stream (`stream: true`).",
    ja: "因果的なチャレンジですが、フレームごとの応答（`stream: true`）に対応していません。",
  },
  runLimits: {
    en: "Each program may use {seconds} s, {memory} MiB, {output} bytes of output, {processes} processes.",
    ja: "各プログラムの上限：{seconds} 秒、{memory} MiB、出力 {output} バイト、プロセス {processes} 個。",
  },
} as const satisfies Record<string, Template>;
