/**
 * Words of a text for the search, the same when pages are indexed and when someone types: words of letters and digits as
 * they are, Chinese characters and kana in overlapping pairs, as Japanese has no spaces. It is sent to the browser as its
 * source, so it must not use anything from outside.
 */
export function searchWords(text: string): string[] {
  const words: string[] = [];
  for (const run of text
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー々]+|[\p{L}\p{N}_]+/gu) ?? []) {
    if (!/^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー々]/u.test(run) || run.length === 1) words.push(run);
    else for (let i = 0; i + 2 <= run.length; i++) words.push(run.slice(i, i + 2));
  }
  return words;
}

/** For vitepress' local search. All words of a query must be there; those typed half are found too. */
export const searchOptions = {
  miniSearch: {
    options: { tokenize: searchWords },
    searchOptions: {
      combineWith: "AND",
      prefix: true,
      fuzzy: false,
      boost: { title: 4, text: 2, titles: 1 },
    },
  },
} as const;

/** What the search says in Japanese. */
export const searchJapanese = {
  translations: {
    button: { buttonText: "検索", buttonAriaLabel: "検索" },
    modal: {
      displayDetails: "詳しい一覧を表示",
      resetButtonTitle: "入力を消す",
      backButtonTitle: "検索を閉じる",
      noResultsText: "見つかりませんでした：",
      footer: {
        selectText: "選ぶ",
        selectKeyAriaLabel: "Enter",
        navigateText: "移動",
        navigateUpKeyAriaLabel: "上へ",
        navigateDownKeyAriaLabel: "下へ",
        closeText: "閉じる",
        closeKeyAriaLabel: "Esc",
      },
    },
  },
} as const;
