import type { Node } from "@tiptap/pm/model";
import { toMarkdown } from "mdast-util-to-markdown";
import { style } from "./markdownStyle";
import type { Flow, Of } from "./mdast";
import { phrasing } from "./writeInlines";

/**
 * A document, or some of its blocks, as Markdown in one style. Empty paragraphs and spaces at the edges of lines are left out: Markdown
 * has none.
 */
export function writeMarkdown(blocks: readonly Node[]): string {
  return toMarkdown({ type: "root", children: blocks.flatMap(block) }, style).replace(/\n$/, "");
}

type WriteBlock = (node: Node) => Flow[];

const inside = (node: Node): Flow[] => node.children.flatMap(block);

const kinds: Record<string, WriteBlock> = {
  paragraph: (node) => {
    const children = phrasing(node);
    return children.length > 0 ? [{ type: "paragraph", children }] : [];
  },
  heading: (node) => [
    { type: "heading", depth: node.attrs.level, children: phrasing(node, node.attrs.level > 2 ? " " : undefined) },
  ],
  blockquote: (node) => [{ type: "blockquote", children: inside(node) }],
  bulletList: (node) => [list(node, false)],
  orderedList: (node) => [list(node, true)],
  codeBlock: (node) => {
    const [lang, ...meta] = String(node.attrs.language ?? "").split(" ");
    return [{ type: "code", lang: lang || null, meta: meta.join(" ") || null, value: node.textContent }];
  },
  horizontalRule: () => [{ type: "thematicBreak" }],
  rawBlock: (node) => [{ type: "html", value: node.attrs.source }],
  table: (node) => {
    const rows = node.children.map((row) => row.children.flatMap(cells));
    const width = Math.max(...rows.map((row) => row.length));
    const align = rows[0]?.map((cell) => cell?.attrs.align ?? null) ?? [];
    return [
      {
        type: "table",
        align,
        children: rows.map((row) => ({
          type: "tableRow",
          children: Array.from({ length: width }, (_, at) => ({
            type: "tableCell",
            children: row[at] ? row[at].children.flatMap((line) => phrasing(line, " ")) : [],
          })),
        })),
      },
    ];
  },
};

/** A cell that spans several columns is followed by empty ones. */
const cells = (cell: Node): (Node | null)[] => [cell, ...Array(Math.max(0, (cell.attrs.colspan ?? 1) - 1)).fill(null)];

function block(node: Node): Flow[] {
  return kinds[node.type.name]?.(node) ?? [];
}

function list(node: Node, isOrdered: boolean): Of<"list"> {
  const children = node.children.map(item);
  const isLoose =
    !node.attrs.isTight && children.some(({ children: parts }) => parts.some(({ type }) => type === "paragraph"));
  // An empty line between two blocks of one item makes the whole list a loose one.
  const spread =
    isLoose || children.some(({ children: parts }) => parts.some((part, at) => needsLine(part, parts[at + 1])));
  for (const one of children) one.spread = spread;
  return { type: "list", ordered: isOrdered, start: isOrdered ? node.attrs.start : null, spread, children };
}

/** Whether only an empty line keeps these apart. To say so too often makes a list loose, no more. */
function needsLine(left: Flow, right: Flow | undefined): boolean {
  if (!right) return false;
  if (left.type === "table" || right.type === "table") return true;
  const isClosed = ["heading", "code"].includes(left.type);
  if (right.type === "heading" || right.type === "code") return left.type === "html";
  if (right.type === "blockquote") return !isClosed && left.type !== "paragraph";
  if (right.type !== "list") return !isClosed;
  const interrupts = (right.start ?? 1) === 1 && (right.children[0]?.children.length ?? 0) > 0;
  return !isClosed && !(interrupts && (left.type === "paragraph" || left.type === "list"));
}

function item(node: Node): Of<"listItem"> {
  const children = inside(node);
  const { checked } = node.attrs;
  if (checked !== null) {
    const mark = { type: "verbatim", value: checked ? "[x]" : "[ ]" } as never;
    const [first] = children;
    if (first?.type === "paragraph") first.children.unshift(mark, { type: "text", value: " " });
    else children.unshift({ type: "paragraph", children: [mark] });
  }
  return { type: "listItem", children };
}
