import { Mark, type Node } from "@tiptap/pm/model";
import { writeMention } from "../../kits/mentionkit";
import type { Phrasing, Verbatim } from "./mdast";
import { addressesIn } from "./parsing";

type Made = Phrasing | Verbatim;
type Piece = { marks: readonly Mark[]; made: Made; isSpace: boolean };

/** What the lines of a paragraph, a heading or a cell hold. `lineEnd` stands for line ends where there can be none. */
export function phrasing(node: Node, lineEnd?: string): Phrasing[] {
  const all = node.children.flatMap((child, at, line) => bareLink(child, line[at - 1], line[at + 1]) ?? pieces(child));
  const lines = lineEnd ? all.map((one) => (isBreak(one) ? text(lineEnd, one.marks) : one)) : all;
  return nest(safeAddresses(withoutEdges(withoutMarkedSpace(lines)))) as Phrasing[];
}

const piece = (made: Made, marks: readonly Mark[], isSpace = false): Piece => ({ made, marks, isSpace });
const text = (value: string, marks: readonly Mark[]): Piece =>
  piece({ type: "text", value }, marks, /^[ \t]*$/.test(value));
const verbatim = (value: string, marks: readonly Mark[]): Piece => piece({ type: "verbatim", value }, marks);
const has = (marks: readonly Mark[], name: string) => marks.some((mark) => mark.type.name === name);

/** A link whose words are its address, and all of it, is written as the address alone. */
function bareLink(node: Node, before?: Node, after?: Node): Piece[] | null {
  const link = node.marks.find((mark) => mark.type.name === "link" && mark.attrs.isBare);
  const words = node.text ?? "";
  if (!link || [before, after].some((near) => near && link.isInSet(near.marks))) return null;
  return wholeAddress(words)?.url === link.attrs.href ? [verbatim(words, without(node.marks, "link"))] : null;
}

function pieces(node: Node): Piece[] {
  const { attrs, marks } = node;
  switch (node.type.name) {
    case "text":
      return words(node.text ?? "", marks);
    case "hardBreak":
      return [piece(attrs.isSoft ? { type: "text", value: "\n" } : { type: "break" }, marks, true)];
    case "image":
      return [piece({ type: "image", url: attrs.src, alt: attrs.alt, title: attrs.title }, marks)];
    case "mention":
      // A link cannot hold one, because it is one itself.
      return [verbatim(writeMention({ id: attrs.id, name: attrs.name }), without(marks, "link"))];
    default:
      return [verbatim(attrs.source, marks)];
  }
}

/** Text without the space at its ends; an address in it is written as it is, without a backslash. */
function words(value: string, marks: readonly Mark[]): Piece[] {
  if (has(marks, "code")) return [piece({ type: "inlineCode", value }, without(marks, "code"))];
  const [, before = "", core = "", after = ""] = /^([ \t]*)([\s\S]*?)([ \t]*)$/.exec(value) ?? [];
  const made = [text(before, marks)];
  let at = 0;
  for (const found of has(marks, "link") ? [] : addressesIn(core)) {
    made.push(text(core.slice(at, found.index), marks), verbatim(found.text, marks));
    at = found.lastIndex;
  }
  return [...made, text(core.slice(at), marks), text(after, marks)].filter(
    ({ made: one }) => !("value" in one && one.value === ""),
  );
}

const without = (marks: readonly Mark[], name: string) => marks.filter((mark) => mark.type.name !== name);

/** A mark that begins or ends with a space is none in Markdown: spaces keep only marks that go on at both sides. */
function withoutMarkedSpace(all: Piece[]): Piece[] {
  return all.map((one, at) => {
    if (!one.isSpace) return one;
    const first = all.slice(0, at).findLastIndex(({ isSpace }) => !isSpace);
    const last = all.findIndex(({ isSpace }, other) => other > at && !isSpace);
    const run = first < 0 || last < 0 ? [] : all.slice(first, last + 1);
    const isThrough = (mark: Mark) => run.length > 0 && run.every((near) => mark.isInSet(near.marks));
    return { ...one, marks: one.marks.filter(isThrough) };
  });
}

/** An address whose neighbours a reader would take for a part of it, or it for a part of theirs, gets brackets. */
function safeAddresses(all: Piece[]): Piece[] {
  return all.map((one, at) => {
    const found = one.made.type === "verbatim" && wholeAddress(one.made.value);
    if (!found || isReadAlone(all, at)) return one;
    return { ...one, made: { type: "link", url: found.url, children: [{ type: "text", value: found.text }] } };
  });
}

/** Whether it is found again in the word it stands in, and that word is plain text from space to space. */
function isReadAlone(all: Piece[], at: number): boolean {
  const { marks } = all[at] as Piece;
  const isWord = ({ made, marks: its, isSpace }: Piece) =>
    !isSpace &&
    (made.type === "text" || (made.type === "verbatim" && wholeAddress(made.value))) &&
    Mark.sameSet(its, marks);
  const first = all.slice(0, at).findLastIndex((near) => !isWord(near)) + 1;
  const end = at + [...all.slice(at), null].findIndex((near) => !near || !isWord(near));
  const [before, after] = [all[first - 1], all[end]];
  if (before && !before.isSpace) return false;
  if (after ? !after.isSpace || after.made.type === "break" || after.marks.length < marks.length : marks.length > 0)
    return false;
  const value = ({ made }: Piece) => (made as Verbatim).value;
  const left = all.slice(first, at).map(value).join("");
  const word = all.slice(first, end).map(value).join("");
  return addressesIn(word).some(({ index, text: words }) => index === left.length && words === value(all[at] as Piece));
}

const wholeAddress = (words: string) => addressesIn(words).find(({ text: found }) => found === words);

const isBreak = ({ made }: Piece) => made.type === "break" || (made.type === "text" && made.value === "\n");

/** No space at the edges of a line; no line end at the edges of a paragraph; and no two of the soft ones, which would end it. */
function withoutEdges(all: Piece[]): Piece[] {
  const first = all.findIndex(({ isSpace }) => !isSpace);
  const kept = all.slice(first < 0 ? all.length : first, all.findLastIndex(({ isSpace }) => !isSpace) + 1);
  const lines = kept.filter((one, at) => {
    const near = [kept[at - 1], kept[at + 1]];
    return isBreak(one) || !one.isSpace || !near.some((other) => other && isBreak(other));
  });
  return lines.map((one, at) =>
    at > 0 && isBreak(one) && isBreak(lines[at - 1] as Piece) ? { ...one, made: { type: "break" } } : one,
  );
}

const ORDER = ["strike", "italic", "bold"];

/** Which of two marks on the same words is the outer one. Links stand as they were read; an address can have nothing inside it. */
function compare(a: Mark, b: Mark, { made }: Piece): number {
  if (b.type.name === "link") return -compare(b, a, { made } as Piece);
  if (a.type.name !== "link") return ORDER.indexOf(a.type.name) - ORDER.indexOf(b.type.name);
  const isAddress = made.type === "text" && wholeAddress(made.value)?.url === a.attrs.href;
  return isAddress || a.attrs.inside.includes(b.type.name) ? 1 : -1;
}

/** Marks beside each other as elements within each other: the one that reaches farthest goes outside. */
function nest(all: readonly Piece[]): Made[] {
  const made: Made[] = [];
  for (let at = 0; at < all.length; ) {
    const one = all[at] as Piece;
    const reach = (mark: Mark) => {
      let end = at + 1;
      while (end < all.length && mark.isInSet((all[end] as Piece).marks)) end += 1;
      return end;
    };
    const [outer] = [...one.marks].sort((a, b) => reach(b) - reach(a) || compare(a, b, one));
    const end = outer ? reach(outer) : at + 1;
    if (outer) {
      const run = all.slice(at, end).map((inner) => ({ ...inner, marks: outer.removeFromSet(inner.marks) }));
      made.push(wrap(outer, nest(run)));
    } else made.push(one.made);
    at = end;
  }
  return joined(made);
}

/** Text is escaped by what stands beside it, so neighbours are one. */
function joined(all: Made[]): Made[] {
  const made: Made[] = [];
  for (const one of all) {
    const last = made.at(-1);
    if (one.type === "text" && last?.type === "text")
      made[made.length - 1] = { type: "text", value: last.value + one.value };
    else made.push(one);
  }
  return made;
}

function wrap(mark: Mark, inner: Made[]): Made {
  const children = inner as Phrasing[];
  if (mark.type.name === "bold") return { type: "strong", children };
  if (mark.type.name === "italic") return { type: "emphasis", children };
  if (mark.type.name === "strike") return { type: "delete", children };
  return { type: "link", url: mark.attrs.href, title: mark.attrs.title, children: children as never };
}
