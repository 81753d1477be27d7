import type { Attrs, Node } from "@tiptap/pm/model";
import type { Env } from "markdown-it";
import { type Branch, readTree } from "../../ui/markdown/parser";
import { taskIn, withoutMark } from "../../ui/markdown/tasks";
import { schema } from "./extensions";
import { parser } from "./parsing";
import { create, inlines, NoPlace } from "./readInlines";

/** A block of a document and the letters of the text it came from. */
export type Block = { node: Node; from: number; to: number };
export type Source = { text: string; blocks: Block[]; doc: Node };

/**
 * A text as a document of the editor, block by block; null when the text is too long or too deep, or when it says something in a place
 * where the document has none for it.
 */
export function readMarkdown(text: string): Source | null {
  try {
    const blocks = readBlocks(text);
    const nodes = blocks.map(({ node }) => node);
    return { text, blocks, doc: create("doc", null, nodes.length > 0 ? nodes : [create("paragraph")]) };
  } catch (problem) {
    if (problem instanceof NoPlace) return null;
    throw problem;
  }
}

function readBlocks(text: string): Block[] {
  const env: Env = {};
  const branches = readTree(parser, text, env);
  if (!branches) throw new NoPlace();
  const ends = lineEnds(text);
  const blocks: Block[] = [];
  let line = 0;
  for (const branch of branches) {
    const [first, last] = branch.token.map ?? [line, line];
    blocks.push(...definitions(text, ends, line, first), { node: block(branch), ...trimmed(text, ends, first, last) });
    line = last;
  }
  blocks.push(...definitions(text, ends, line, ends.length));
  // One that stands inside a quote or a list would be lost.
  if (countReferences(blocks) !== Object.keys(env.references ?? {}).length) throw new NoPlace();
  return blocks;
}

const lineEnds = (text: string): number[] => {
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
  return [...ends, text.length];
};

/** The letters of lines `first` up to `last`, without the empty ones at the end. */
function trimmed(text: string, ends: number[], first: number, last: number): { from: number; to: number } {
  const from = first === 0 ? 0 : (ends[first - 1] ?? 0) + 1;
  const rows = text.slice(from, ends[last - 1] ?? from);
  return { from, to: from + rows.replace(/(\n[ \t]*)+$/, "").length };
}

/** Lines between blocks that are not empty define the targets of links; they are kept as they stand. */
function definitions(text: string, ends: number[], first: number, last: number): Block[] {
  const { from, to } = trimmed(text, ends, first, last);
  const source = text.slice(from, to);
  if (source.trim() === "") return [];
  const start = from + source.search(/[^\n]/);
  return [{ node: create("rawBlock", { source: text.slice(start, to).trimEnd() }), from: start, to }];
}

function countReferences(blocks: readonly Block[]): number {
  const env: Env = {};
  for (const { node } of blocks) if (node.type.name === "rawBlock") parser.parse(node.attrs.source, env);
  return Object.keys(env.references ?? {}).length;
}

type ReadBlock = (branch: Branch) => Node;

const container =
  (name: string, attrs: (branch: Branch) => Attrs | null = () => null): ReadBlock =>
  (branch) => {
    const inside = branch.children.map(block);
    return create(name, attrs(branch), inside.length > 0 ? inside : [create("paragraph")]);
  };
const list = (name: string): ReadBlock => container(name, (branch) => ({ isTight: isTight(branch), ...start(branch) }));
const start = ({ token }: Branch): Attrs =>
  token.type === "ordered_list_open" ? { start: Number(token.attrGet("start") ?? 1) } : {};
const isTight = ({ children }: Branch): boolean =>
  children.every((item) => item.children.every(({ token }) => token.type !== "paragraph_open" || token.hidden));
const words = ({ children }: Branch): Node[] => inlines(children[0]?.children ?? [], []);
const code: ReadBlock = ({ token }) => {
  const info = parser.utils.unescapeAll(token.info).trim();
  const text = token.content.replace(/\n$/, "");
  return create("codeBlock", { language: info || null }, text ? [schema.text(text)] : []);
};
const cell =
  (name: string): ReadBlock =>
  (branch) => {
    const align = /text-align:(\w+)/.exec(String(branch.token.attrGet("style") ?? ""))?.[1] ?? null;
    return create(name, { align }, [create("paragraph", null, words(branch))]);
  };

const kinds: Record<string, ReadBlock> = {
  paragraph_open: (branch) => create("paragraph", null, words(branch)),
  heading_open: (branch) => create("heading", { level: Number(branch.token.tag.slice(1)) }, words(branch)),
  blockquote_open: container("blockquote"),
  bullet_list_open: list("bulletList"),
  ordered_list_open: list("orderedList"),
  list_item_open: (branch) => {
    const task = taskIn(branch);
    return container("listItem", () => ({ checked: task?.isDone ?? null }))(
      task ? withoutMark(branch, task.length) : branch,
    );
  },
  fence: code,
  code_block: code,
  html_block: ({ token }) => create("rawBlock", { source: token.content.trimEnd() }),
  hr: () => create("horizontalRule"),
  table_open: (branch) => create("table", null, branch.children.flatMap((part) => part.children).map(block)),
  tr_open: container("tableRow"),
  th_open: cell("tableHeader"),
  td_open: cell("tableCell"),
};

function block(branch: Branch): Node {
  const kind = kinds[branch.token.type];
  if (!kind) throw new NoPlace();
  return kind(branch);
}
