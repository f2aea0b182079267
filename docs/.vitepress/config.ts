import { defineConfig } from "vitepress";
import { japaneseBreaks } from "../make/site/japanese-breaks.ts";
import { repositoryLinks } from "../make/site/repository-links.ts";
import { isWithApi, sidebar } from "../make/site/sidebar.ts";
import { slugOf } from "../make/site/slug.ts";
import { searchJapanese, searchOptions } from "../make/site/search.ts";

/** A lever's dot on the cortex's blue; in the page itself, as there is nothing else to fetch. */
const icon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="8" fill="#0b5cad"/><path d="M4 10h3l2-5 3 5" fill="none" stroke="#fff" stroke-width="1.6"/></svg>',
)}`;

/** Everything that the pages need is in the site: no fonts, scripts or indexes from elsewhere. */
export default defineConfig({
  title: "braidyn-kit",
  head: [["link", { rel: "icon", type: "image/svg+xml", href: icon }]],
  srcExclude: ["README.md", "make/**", ...(isWithApi() ? [] : ["api/**", "ja/api/**"])],
  rewrites: { "gallery/README.md": "gallery/index.md", "ja/gallery/README.md": "ja/gallery/index.md" },
  markdown: {
    math: true,
    anchor: { slugify: slugOf },
    config: (md) => void md.use(repositoryLinks).use(japaneseBreaks),
  },
  // The index of the search is one large piece, loaded when someone searches.
  vite: { build: { chunkSizeWarningLimit: 8000 } },
  themeConfig: {
    search: { provider: "local", options: { ...searchOptions, locales: { ja: searchJapanese } } },
    outline: { level: [2, 3] },
    externalLinkIcon: true,
  },
  locales: {
    root: {
      label: "English",
      lang: "en",
      description: "Hackathon SDK and challenge harness for BraiDyn-BC (DANDI:001425)",
      themeConfig: {
        nav: [
          { text: "Take part", link: "/get-started-participant" },
          { text: "Organize", link: "/get-started-organizer" },
          { text: "Learn", link: "/get-started-newcomer" },
          { text: "Reference", link: "/reference/commands" },
        ],
        sidebar: sidebar("en"),
      },
    },
    ja: {
      label: "日本語",
      lang: "ja",
      description: "BraiDyn-BC（DANDI:001425）のためのハッカソン SDK とチャレンジ基盤",
      themeConfig: {
        nav: [
          { text: "参加する", link: "/ja/get-started-participant" },
          { text: "開催する", link: "/ja/get-started-organizer" },
          { text: "学ぶ", link: "/ja/get-started-newcomer" },
          { text: "リファレンス", link: "/ja/reference/commands" },
        ],
        sidebar: sidebar("ja"),
        outline: { level: [2, 3], label: "このページの内容" },
        docFooter: { prev: "前のページ", next: "次のページ" },
        darkModeSwitchLabel: "配色",
        lightModeSwitchTitle: "明るい配色にする",
        darkModeSwitchTitle: "暗い配色にする",
        sidebarMenuLabel: "目次",
        returnToTopLabel: "先頭へ戻る",
        langMenuLabel: "言語を変える",
        skipToContentLabel: "本文へ移動",
        notFound: {
          title: "ページが見つかりません",
          quote: "アドレスが変わったか、まだないページです。",
          linkLabel: "最初のページへ",
          linkText: "最初のページへ",
        },
      },
    },
  },
});
