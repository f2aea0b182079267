import type { ErrorText } from "./format.ts";

/** Errors of running submitted programs apart from the machine. */
export const isolationErrors = {
  ISOLATION_PLATFORM: {
    message: {
      en: "code from others is not run on {platform}: it can be isolated on Linux (x64, arm64) only",
      ja: "{platform} では他人のコードを実行しません。隔離できるのは Linux（x64・arm64）だけです",
    },
    hint: {
      en: "Run it on Linux, in a virtual machine for example. Your own code runs anywhere, without isolation.",
      ja: "仮想マシンなどの Linux で実行してください。自分のコードだけなら、隔離なしでどこでも実行できます。",
    },
  },
  ISOLATION_TOOLS: {
    message: {
      en: "code from others is not run here: programs that isolate it are missing ({packages})",
      ja: "ここでは他人のコードを実行しません。隔離に必要なプログラムがありません（{packages}）",
    },
    hint: {
      en: "Install them: `apt-get install {packages}`, or the packages of the same names of your system.",
      ja: "`apt-get install {packages}` か、お使いのシステムの同名のパッケージで導入してください。",
    },
  },
  ISOLATION_START: {
    message: {
      en: "code from others is not run here: bubblewrap could not start a program ({reason})",
      ja: "ここでは他人のコードを実行しません。bubblewrap でプログラムを起動できませんでした（{reason}）",
    },
    hint: {
      en: "{setting} must be so that unprivileged users may make user namespaces; bubblewrap must be 0.8 or newer. In a container, allow both namespaces and mounts.",
      ja: "{setting} を、一般ユーザーがユーザー名前空間を作れる値にしてください。bubblewrap は 0.8 以上が必要です。コンテナの中では、名前空間とマウントの両方を許可してください。",
    },
  },
  ISOLATION_LEAK: {
    message: {
      en: "code from others is not run here: an attack on the isolation succeeded when it was tried ({attacks})",
      ja: "ここでは他人のコードを実行しません。隔離を試したところ、攻撃が成功しました（{attacks}）",
    },
    hint: {
      en: "`npm run redteam` shows every attack. A newer kernel or bubblewrap may help; please report it.",
      ja: "`npm run redteam` ですべての攻撃を確認できます。カーネルか bubblewrap を新しくすると直る場合があります。ぜひ報告してください。",
    },
  },
  RUNTIME_MISSING: {
    message: {
      en: "{command} is not a {runtime} that runs here",
      ja: "{command} は、ここで動く {runtime} ではありません",
    },
    hint: {
      en: "For Python, install python3 or name another in BRAIDYN_PYTHON. `ldd` must be there, too.",
      ja: "Python なら python3 を導入するか、BRAIDYN_PYTHON で別のものを指定してください。`ldd` も必要です。",
    },
  },
} as const satisfies Record<string, ErrorText>;
