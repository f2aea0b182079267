import { PNG } from "pngjs";
import { describe, expect, test } from "vitest";
import { learningCurvePlot, type PlotOptions } from "@braidyn/plots";
import { render, toHtml, toPng, toSvg } from "@braidyn/plots/render";
import { examples } from "./examples.ts";

const small = (options: PlotOptions) =>
  learningCurvePlot(
    [{ subject: "VG1-GC#48", day: 1, trials: 9, responseRate: 0.5, successRate: 0.4, requiredPullMs: NaN }],
    { width: 200, height: 60, ...options },
  );
const pixels = async (options: PlotOptions, scale = 1) => {
  const png = PNG.sync.read(Buffer.from(await toPng(small(options), { scale })));
  return { width: png.width, height: png.height, data: png.data.toString("base64"), ink: ink(png) };
};
/** Pixels that are not white. */
const ink = ({ data }: PNG) =>
  data.reduce((count, value, i) => (i % 4 === 0 && value < 200 ? count + 1 : count), 0);

describe("PNG", () => {
  test("its text is really drawn: another title is other pixels, and none has less ink", async () => {
    const [one, other, none] = [
      await pixels({ title: "Alpha" }),
      await pixels({ title: "Gamma" }),
      await pixels({ title: "     " }),
    ];
    expect(one.data === other.data).toBe(false);
    expect(one.ink).toBeGreaterThan(none.ink + 40);
  });

  test("Japanese characters are characters and not all the same box", async () => {
    const [a, b, none] = [
      await pixels({ title: "学習曲線" }),
      await pixels({ title: "皮質地図" }),
      await pixels({ title: "　　　　" }),
    ];
    expect(a.data === b.data).toBe(false);
    expect(Math.min(a.ink, b.ink)).toBeGreaterThan(none.ink + 100);
    expect(a.width).toBe(b.width);
  });

  test("the scale is that of its size", async () => {
    const [one, two] = [await pixels({}), await pixels({}, 2)];
    expect(Math.abs(two.width - 2 * one.width)).toBeLessThanOrEqual(2);
  });

  test("a picture that would take all memory is refused before it is made", async () => {
    const spec = examples["heatmap"]?.({ width: 9000, height: 9000 });
    await expect(render(spec as never, "png", { scale: 10 })).rejects.toMatchObject({
      code: "PLOT_TOO_LARGE",
    });
    for (const scale of [0, -1, NaN, 11]) {
      await expect(render(small({}), "png", { scale })).rejects.toMatchObject({ code: "PLOT_OPTION" });
    }
  });
});

describe("SVG", () => {
  test("brings its font and is laid out by its widths", async () => {
    const svg = await toSvg(small({ language: "ja" }));
    expect(svg.slice(0, 1000)).toMatch(
      /^<svg[^>]*><style>@font-face\{font-family:"Noto Sans JP";src:url\(data:font\/woff2;base64,/,
    );
    expect(svg.length).toBeLessThan(120_000);
  });

  test("is drawn larger on request, its coordinates the same", async () => {
    const [one, two] = [await toSvg(small({})), await toSvg(small({}), { scale: 2 })];
    const size = (svg: string) => Number(/^<svg[^>]* width="([\d.]+)"/.exec(svg)?.[1]);
    expect(size(two)).toBe(2 * size(one));
    const drawing = (svg: string) => svg.slice(svg.indexOf("<style>"));
    expect(drawing(two) === drawing(one)).toBe(true);
  });

  test("text out of a file cannot break it", async () => {
    const title = `</text><script>alert(1)</script>\u0000\u0007\uD800 & "quotes"`;
    const svg = await toSvg(small({ title }));
    expect(svg.includes("<script>")).toBe(false);
    expect(/[\p{Cc}]/u.test(svg.replaceAll("\n", ""))).toBe(false);
    await expect(toPng(small({ title }))).resolves.toBeInstanceOf(Uint8Array);
  });

  test("a specification that asks for a file or an address gets nothing", async () => {
    const asking = {
      ...small({}),
      data: { url: "file:///etc/passwd" },
      mark: "point",
      hconcat: undefined,
    } as never;
    expect(await toSvg(asking).catch(String)).not.toContain("root:");
  });
});

describe("the page", () => {
  test("holds no tag of its data's", async () => {
    const page = await toHtml(small({ title: `</script><img src=x onerror=alert(1)><!--` }));
    // what stands before the libraries
    const own = page.slice(0, page.indexOf("<script>"));
    expect(["<img", "<!--"].filter((text) => own.includes(text))).toEqual([]);
    expect(own.match(/<\/?\w+/g)?.filter((tag) => tag.includes("script"))).toEqual(["<script", "</script"]);
  });

  test("runs nothing but its own scripts and loads nothing", async () => {
    const page = await toHtml(small({}));
    const [, policy = ""] = /Content-Security-Policy" content="([^"]+)"/.exec(page) ?? [];
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe|https?:/);
  });
});

test("a vl.json is the specification", async () => {
  const spec = small({});
  expect(JSON.parse(String(await render(spec, "vl.json")))).toEqual(JSON.parse(JSON.stringify(spec)));
});
