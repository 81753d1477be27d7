import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { fireEvent, render, screen } from "@testing-library/react";
import { beforeAll, expect, test, vi } from "vitest";
import { loadMarkdown, Markdown, type MarkdownProps } from "./Markdown";
import { setTask } from "./tasks";

const ANA = "0190a3b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b";

const show = (props: MarkdownProps) =>
  render(
    <I18nProvider i18n={i18n}>
      <Markdown {...props} />
    </I18nProvider>,
  );

const shown = async (props: MarkdownProps) => {
  const { container } = show(props);
  await vi.waitFor(() => expect(container.querySelector(".markdown--plain")).toBeNull());
  return container;
};

beforeAll(async () => {
  await loadMarkdown();
});

test("everything Markdown has becomes elements", async () => {
  const text =
    "# Plan\n\n1. one\n   - **two** _three_ ~~four~~\n\n> quote `code`\n\n```js\nlet a\n```\n\n| A | B |\n| - | -: |\n| 1 | 2 |\n\n---\nhttps://tafla.example www.example.com notes.md";
  const at = await shown({ text });
  const tags = ["h3", "ol", "ul", "strong", "em", "del", "blockquote", "code", "pre", "table", "th", "td", "hr"];
  expect(tags.filter((tag) => !at.querySelector(tag))).toEqual([]);
  expect([...at.querySelectorAll("a")].map((link) => link.getAttribute("href"))).toEqual([
    "https://tafla.example",
    "https://www.example.com",
  ]);
  expect(at.querySelector("td:last-child")?.className).toBe("markdown__cell--right");
});

const HOSTILE = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<iframe src='javascript:alert(1)'></iframe>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](java\nscript:alert(1))",
  "[x](<java&#9;script:alert(1)>)",
  "[x](&#x6A;avascript:alert(1))",
  "[x](\u0001javascript:alert(1))",
  "[x](data:text/html,<script>alert(1)</script>)",
  "[x](vbscript:msgbox(1))",
  "[x](file:///etc/passwd)",
  "[x](blob:https://a/b)",
  "<javascript:alert(1)>",
  "[x][y]\n\n[y]: javascript:alert(1)",
  "![x](javascript:alert(1))",
  "![x](data:image/svg+xml;base64,PHN2Zz4=)",
  "![x](https://elsewhere.example/pixel.png)",
  "![x](//elsewhere.example/pixel.png)",
  '[x](https://a.example "\\" onmouseover=alert(1)")',
  "| <b onclick=alert(1)> |\n| - |\n| <svg/onload=alert(1)> |",
];

test.each(HOSTILE)("%s stays harmless", async (text) => {
  const at = await shown({ text });
  expect(at.querySelector("script, img, iframe, svg, b, object, embed, style, form")).toBeNull();
  for (const link of at.querySelectorAll("a")) {
    expect(new URL(link.getAttribute("href") ?? "", "https://tafla.example").protocol).toMatch(/^https?:$/);
    expect(link.rel).toBe("noopener noreferrer nofollow");
    expect(link.target).toBe("_blank");
  }
  const handlers = [...at.querySelectorAll("*")].flatMap((one) => one.getAttributeNames());
  expect(handlers.filter((name) => name.startsWith("on"))).toEqual([]);
});

test("pictures of this site are shown, others are links", async () => {
  const at = await shown({ text: "![mine](/files/1.png) ![theirs](https://elsewhere.example/2.png)" });
  expect(at.querySelector("img")?.getAttribute("src")).toBe("/files/1.png");
  expect(screen.getByRole("link", { name: "theirs" }).getAttribute("href")).toBe("https://elsewhere.example/2.png");
});

test("attachments are shown from where the page says that they are, and are words where it does not", async () => {
  const text = `![a picture](attachment:${ANA}) [plan.pdf](attachment:${ANA}) ![x](attachment:../me)`;
  const at = await shown({ text, resolveAttachment: (id, name) => `/files/${id}/${name}` });
  expect([...at.querySelectorAll("img")].map((one) => one.getAttribute("src"))).toEqual([`/files/${ANA}/a picture`]);
  expect([...at.querySelectorAll("a")].map((one) => one.getAttribute("href"))).toEqual([`/files/${ANA}/plan.pdf`]);
  const plain = await shown({ text });
  expect(plain.querySelector("img, a")).toBeNull();
  expect(plain.textContent).toContain("a picture plan.pdf");
});

test("people are called what they are called now, and oneself is marked", async () => {
  const at = await shown({
    text: `Ask @[Ana](person:${ANA}), @[all](person:all), [Ana](person:${ANA})`,
    mentions: { me: null, nameOf: (id) => (id === ANA ? "Ana Costa" : undefined) },
  });
  expect([...at.querySelectorAll(".mention")].map((one) => one.textContent)).toEqual(["@Ana Costa", "@all"]);
  expect(at.querySelectorAll(".mention--me")).toHaveLength(1);
  expect(at.querySelector("a")).toBeNull();
  expect(at.textContent).toContain("Ask @Ana Costa, @all, Ana");
});

test("tasks are ticked where they stand in the text", async () => {
  const text = "Do:\n\n- [ ] one\n- [x] two\n  1. [ ] three\n- four";
  const ticked: [number, boolean][] = [];
  await shown({ text, onTask: (line, isDone) => ticked.push([line, isDone]) });
  const boxes = screen.getAllByRole<HTMLInputElement>("checkbox");
  expect(boxes.map((box) => box.checked)).toEqual([false, true, false]);
  for (const box of boxes) fireEvent.click(box);
  expect(ticked).toEqual([
    [2, true],
    [3, false],
    [4, true],
  ]);
  expect(ticked.reduce((now, [line, isDone]) => setTask(now, line, isDone), text)).toBe(
    "Do:\n\n- [x] one\n- [ ] two\n  1. [x] three\n- four",
  );
});

test("what is nested too deep is shown as it was typed, all of it", async () => {
  const text = `${"> ".repeat(80)}the end`;
  show({ text });
  expect(await screen.findByText(text)).toBeTruthy();
});

test("without anybody to tell, tasks are only shown", async () => {
  await shown({ text: "- [ ] one" });
  expect(screen.getByRole<HTMLInputElement>("checkbox").disabled).toBe(true);
});

// Wide bounds, for busy machines: what is refused here would take minutes.
const MEGABYTE = 1_000_000;
const DEEP = [">", "> ", "- ", "1. ", "[", "![", "*a **b ", "[a](", "`", "<a ", "|", "~~a", "&#", "# ", "\\", "a@b.c "];

test.each(DEEP)("a megabyte of %s does not hold the page", { timeout: 30_000 }, async (part) => {
  const from = performance.now();
  show({ text: part.repeat(MEGABYTE / part.length) });
  expect((await screen.findAllByText(/too long/)).length).toBe(1);
  expect(performance.now() - from).toBeLessThan(10_000);
});

test.each(DEEP)("the longest text that is laid out may be made of %s", { timeout: 30_000 }, async (part) => {
  const from = performance.now();
  show({ text: part.repeat(100_000 / part.length) });
  expect(performance.now() - from).toBeLessThan(15_000);
});
