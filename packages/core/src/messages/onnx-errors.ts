import type { ErrorText } from "./format.ts";

/** Errors of `model.onnx`. */
export const onnxErrors = {
  ONNX_SIZE: {
    message: {
      en: "the model has {found} bytes; the limit is {limit}",
      ja: "モデルは {found} バイトです。上限は {limit} バイトです",
    },
    hint: {
      en: "Use a smaller model, or submit code that holds its weights as it likes.",
      ja: "モデルを小さくするか、コードとして提出してください。",
    },
  },
  ONNX_PROTOBUF: {
    message: {
      en: "the file cannot be read as an ONNX model: {reason}",
      ja: "ONNX モデルとして読めません：{reason}",
    },
    hint: {
      en: "Export it again; `onnx.checker.check_model` finds most faults.",
      ja: "書き出し直してください。`onnx.checker.check_model` で多くの問題を確認できます。",
    },
  },
  ONNX_VERSION: {
    message: {
      en: "the model's {what} is {found}; {expected} is taken",
      ja: "モデルの {what} は {found} です。対応しているのは {expected} です",
    },
    hint: {
      en: "Export with opset_version=17 (PyTorch) or target_opset=17 (skl2onnx).",
      ja: "opset_version=17（PyTorch）または target_opset=17（skl2onnx）で書き出してください。",
    },
  },
  ONNX_DOMAIN: {
    message: {
      en: 'the model uses operators of "{domain}"',
      ja: "モデルが「{domain}」の演算子を使っています",
    },
    hint: {
      en: "Only the operators of ai.onnx and ai.onnx.ml are taken; for others, submit code.",
      ja: "使えるのは ai.onnx と ai.onnx.ml の演算子だけです。それ以外はコードとして提出してください。",
    },
  },
  ONNX_FUNCTIONS: {
    message: {
      en: "the model defines functions or training steps of its own ({found})",
      ja: "モデルが独自の関数や学習手順を定義しています（{found}）",
    },
    hint: {
      en: "Export with the functions inlined (onnx.inliner.inline_local_functions).",
      ja: "関数をインライン展開して書き出してください（onnx.inliner.inline_local_functions）。",
    },
  },
  ONNX_NODES: {
    message: {
      en: "the model has more than {limit} {what}",
      ja: "モデルの {what} が {limit} 個を超えています",
    },
    hint: {
      en: "Use a smaller model, or submit code.",
      ja: "モデルを小さくするか、コードとして提出してください。",
    },
  },
  ONNX_OPERATOR: {
    message: {
      en: "the operator {operator} is not taken (node {node})",
      ja: "演算子 {operator} には対応していません（ノード {node}）",
    },
    hint: {
      en: "Loops, conditions, random numbers and sequences are not taken: export the model in evaluation mode, without control flow; or submit code.",
      ja: "ループ、条件分岐、乱数、シーケンスには対応していません。評価モードで、制御構文なしに書き出すか、コードとして提出してください。",
    },
  },
  ONNX_SUBGRAPH: {
    message: { en: "{operator} holds a graph of its own", ja: "{operator} が内部にグラフを持っています" },
    hint: {
      en: "Export without control flow (Loop, If, Scan); or submit code.",
      ja: "制御構文（Loop、If、Scan）なしで書き出すか、コードとして提出してください。",
    },
  },
  ONNX_EXTERNAL: {
    message: {
      en: "the tensor {name} is kept in another file",
      ja: "テンソル {name} が別のファイルに保存されています",
    },
    hint: {
      en: "Save everything in one file: torch.onnx.export(..., external_data=False), or onnx.save(onnx.load(path), path).",
      ja: "一つのファイルに保存してください：torch.onnx.export(..., external_data=False)、または onnx.save(onnx.load(path), path)。",
    },
  },
  ONNX_SPARSE: {
    message: { en: "{name} is a sparse tensor", ja: "{name} は疎テンソルです" },
    hint: { en: "Store it as a dense tensor.", ja: "密なテンソルとして保存してください。" },
  },
  ONNX_TENSOR: {
    message: {
      en: "the tensor {name} is not usable: {reason}",
      ja: "テンソル {name} は使えません：{reason}",
    },
    hint: {
      en: "Export the model again; `onnx.checker.check_model` finds such faults.",
      ja: "モデルを書き出し直してください。`onnx.checker.check_model` で確認できます。",
    },
  },
  ONNX_NOT_FINITE: {
    message: { en: "the weights {name} hold {found}", ja: "重み {name} に {found} が含まれています" },
    hint: {
      en: "Training went wrong (a learning rate too high, a division by zero), or a mask uses -inf: use -1e9 there.",
      ja: "学習が発散したか（学習率が高すぎる、ゼロ除算など）、マスクに -inf を使っています。マスクには -1e9 を使ってください。",
    },
  },
  ONNX_MEMORY: {
    message: {
      en: "{operator} (node {node}) would make {elements} values; the limit is {limit}",
      ja: "{operator}（ノード {node}）が {elements} 個の値を作ります。上限は {limit} 個です",
    },
    hint: {
      en: "Use smaller shapes.",
      ja: "形状を小さくしてください。",
    },
  },
  ONNX_INPUT: {
    message: {
      en: "the model's input is {found}; {expected} is given",
      ja: "モデルの入力は {found} ですが、渡されるのは {expected} です",
    },
    hint: {
      en: "Take one float32 input, batch first, in the challenge's shape or flattened; leave the batch size open, or 1.",
      ja: "入力は float32 を一つ、先頭をバッチとし、チャレンジの形状のままか平坦化した形にしてください。バッチの大きさは可変か 1 にします。",
    },
  },
  ONNX_OUTPUT: {
    message: {
      en: "the model's outputs are {found}; {expected} was expected",
      ja: "モデルの出力は {found} です。必要なのは {expected} です",
    },
    hint: {
      en: "Name an output after each truth column, or give one output with a column each; a classifier's probabilities are taken too.",
      ja: "正解の列ごとに同名の出力を用意するか、列を並べた一つの出力にしてください。分類器の確率出力も使えます。",
    },
  },
  ONNX_RUN: {
    message: {
      en: "the model could not be run: {reason}",
      ja: "モデルを実行できませんでした：{reason}",
    },
    hint: {
      en: "Try it with onnxruntime on inputs of this shape; a model that runs there runs here.",
      ja: "onnxruntime で同じ形状の入力を与えて確認してください。そこで動くモデルはここでも動きます。",
    },
  },
} as const satisfies Record<string, ErrorText>;
