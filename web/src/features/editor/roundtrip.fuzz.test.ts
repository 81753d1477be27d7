import type { Mark, Node } from "@tiptap/pm/model";
import { EditorState } from "@tiptap/pm/state";
import { expect, test } from "vitest";
import { schema } from "./extensions";
import { create } from "./readInlines";
import { readMarkdown, type Source } from "./readMarkdown";
import { takeIn } from "./takeIn";
import { writeMarkdown } from "./writeMarkdown";

const ROUNDS = Number(process.env.ROUNDS ?? 300);
// What stands apart: an address beside other signs comes back in brackets, and an emoji in bold between letters is not read as bold.
const ALONE = [" 🌱 ", " www.a.example ", " https://a.example/b_c_d ", " a@b.example "];
const WORDS = [
  "word",
  "two words",
  "*",
  "**",
  "_",
  "__",
  "a_b",
  "`",
  "``",
  "[",
  "]",
  "](",
  "![",
  "<",
  "<b>",
  "&",
  "&amp;",
  "\\",
  "~~",
  "|",
  "#",
  "# no",
  "- no",
  "+ no",
  "1. no",
  "1) no",
  "> no",
  "===",
  "---",
  "```",
  ":",
  "@",
  "!",
  "(",
  ")",
  "ثلاثة",
  "字",
  "[x]",
  "[ ] no",
  "x.",
  "  two",
  "\u00a0",
  "    four",
  "<!-- -->",
  "- - -",
  ":-",
  "|-",
  '"',
  "$",
];

/** A stream of numbers that is the same for the same seed. */
function dice(seed: number): (sides: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (sides) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) | 0;
    return ((state ^ (state >>> 13)) >>> 0) % sides;
  };
}

class Maker {
  constructor(private readonly roll: (sides: number) => number) {}

  private readonly one = <T>(of: readonly T[]): T => of[this.roll(of.length)] as T;
  private readonly some = (most: number, make: () => Node): Node[] => Array.from({ length: 1 + this.roll(most) }, make);

  marks(): Mark[] {
    const names = ["bold", "italic", "strike"].filter(() => this.roll(5) === 0);
    const link =
      this.roll(12) === 0 ? [schema.mark("link", { href: this.one(["/a", "https://a.example/b)c", "a%20b"]) })] : [];
    return [...link, ...names.map((name) => schema.mark(name))];
  }

  inline = (): Node => {
    const marks = this.marks();
    switch (this.roll(14)) {
      case 0:
        return schema.text(this.one(["code", "`", "a | b", "``x", "*y*"]), [...marks, schema.mark("code")]);
      case 1:
        return create("hardBreak", { isSoft: this.roll(2) === 0 });
      case 2:
        return create("mention", { id: "all", name: this.one(["all", "A [b]", "x_y"]) }).mark(marks);
      case 3:
        return create("image", { src: "/a.png", alt: this.one(["", "a", "]"]), title: null }).mark(marks);
      case 4:
        return schema.text(this.one(ALONE), marks);
      default:
        return schema.text(this.one([" ", "", ""]) + this.one(WORDS) + this.one([" ", "", ""]), marks);
    }
  };

  words = (): Node[] => this.some(5, this.inline);
  paragraph = (): Node => create("paragraph", null, this.roll(12) === 0 ? [] : this.words());
  blocks = (depth: number): Node[] => this.some(3, () => this.block(depth));

  block(depth: number): Node {
    const list = () =>
      this.some(3, () => create("listItem", { checked: this.one([null, null, true, false]) }, this.blocks(depth + 1)));
    switch (this.roll(depth > 2 ? 4 : 9)) {
      case 0:
        return create(
          "heading",
          { level: 1 + this.roll(6) },
          this.words().filter((node) => node.type.name !== "hardBreak"),
        );
      case 1:
        return create("codeBlock", { language: this.one([null, "js"]) }, [
          schema.text(this.one(["let a", "```\nx", " a\n\nb", "<b>"])),
        ]);
      case 4:
        return create("blockquote", null, this.blocks(depth + 1));
      case 5:
        return create("bulletList", { isTight: this.roll(2) === 0 }, list());
      case 6:
        return create("orderedList", { start: 1 + this.roll(3), isTight: this.roll(2) === 0 }, list());
      case 7:
        return create("horizontalRule");
      case 8:
        return this.table();
      default:
        return this.paragraph();
    }
  }

  private table(): Node {
    const columns = 1 + this.roll(3);
    const row = (name: string) =>
      create(
        "tableRow",
        null,
        Array.from({ length: columns }, () => create(name, null, [create("paragraph", null, this.words())])),
      );
    return create("table", null, [row("tableHeader"), ...this.some(2, () => row("tableCell"))]);
  }
}

test("what is written and read again is written the same, whatever a person makes", { timeout: 60_000 }, () => {
  const failed: string[] = [];
  for (let seed = 1; seed <= ROUNDS; seed++) {
    const blocks = new Maker(dice(seed)).blocks(0);
    const once = writeMarkdown(blocks);
    const again = writeMarkdown(readMarkdown(once)?.doc.children ?? []);
    if (once !== again) failed.push(`${seed}: ${JSON.stringify(once)}\n  -> ${JSON.stringify(again)}`);
  }
  expect(failed).toEqual([]);
});

test("whatever others make of a text, an open editor comes to show it", { timeout: 60_000 }, () => {
  const failed: string[] = [];
  const read = (seed: number) => readMarkdown(writeMarkdown(new Maker(dice(seed)).blocks(0))) as Source;
  for (let seed = 1; seed <= ROUNDS; seed++) {
    const [mine, theirs] = [read(seed), read(seed + ROUNDS)];
    const shown = takeIn(EditorState.create({ doc: mine.doc }).tr, theirs).doc;
    if (writeMarkdown(shown.children) !== writeMarkdown(theirs.doc.children))
      failed.push(`${seed} and ${seed + ROUNDS}`);
  }
  expect(failed).toEqual([]);
});
