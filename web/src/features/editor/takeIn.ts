import type { Node } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { align } from "./align";
import type { Source } from "./readMarkdown";
import { isNothing } from "./source";
import { writeMarkdown } from "./writeMarkdown";

type Place = { node: Node; from: number; to: number };

/**
 * Makes the document say what a text says, by the smallest changes: caret, selection, empty paragraphs and undo steps of whoever
 * writes in it stay where they are.
 */
export function takeIn(tr: Transaction, { blocks, doc }: Source): Transaction {
  const places = placesIn(tr.doc, 0).filter(({ node }) => !isNothing(node));
  if (places.length === 0 || blocks.length === 0) return tr.replaceWith(0, tr.doc.content.size, doc.content);
  takeBlocks(
    tr,
    places,
    blocks.map(({ node }) => node),
  );
  return tr;
}

function placesIn(parent: Node, start: number): Place[] {
  const places: Place[] = [];
  parent.forEach((node, offset) => {
    places.push({ node, from: start + offset, to: start + offset + node.nodeSize });
  });
  return places;
}

/** Spaces at the edge of a line, which no text has, make no difference. */
const isSame = ({ node }: Place, now: Node): boolean =>
  node.eq(now) || (node.sameMarkup(now) && node.isTextblock && writeMarkdown([node]) === writeMarkdown([now]));

function takeBlocks(tr: Transaction, places: readonly Place[], blocks: readonly Node[]): void {
  const pairs: [number, number][] = [[-1, -1], ...align(places, blocks, isSame), [places.length, blocks.length]];
  // From the end, so that the positions before stay true.
  for (let at = pairs.length - 1; at > 0; at--) {
    const [[mine, theirs], [nextMine, nextTheirs]] = [pairs[at - 1], pairs[at]] as [[number, number], [number, number]];
    const old = places.slice(mine + 1, nextMine);
    const now = blocks.slice(theirs + 1, nextTheirs);
    const paired = old.length === now.length ? old.length : sameKinds(old, now);
    const from = old[paired - 1]?.to ?? old[0]?.from ?? places[mine]?.to ?? places[0]?.from ?? 0;
    if (old.length !== now.length) tr.replaceWith(from, old.at(-1)?.to ?? from, now.slice(paired));
    for (let pair = paired - 1; pair >= 0; pair--) takeBlock(tr, old[pair] as Place, now[pair] as Node);
  }
}

/** How many of the first are of the same kind, one by one. */
function sameKinds(old: readonly Place[], now: readonly Node[]): number {
  const other = old.findIndex(({ node }, at) => node.type !== now[at]?.type);
  return other < 0 ? old.length : other;
}

function takeBlock(tr: Transaction, { node, from, to }: Place, now: Node): void {
  const isBoth = (test: (one: Node) => boolean) => test(node) && test(now);
  if (isBoth((one) => one.isTextblock && !one.type.spec.code)) takeLine(tr, node, from, now);
  else if (node.type === now.type && isBoth((one) => !one.isAtom && one.childCount > 0 && !one.isTextblock)) {
    takeBlocks(tr, placesIn(node, from + 1), now.children);
  } else {
    tr.replaceWith(from, to, now);
    return;
  }
  if (!node.sameMarkup(now)) tr.setNodeMarkup(from, now.type, now.attrs);
}

/** Only what differs between the first and the last difference. */
function takeLine(tr: Transaction, { content }: Node, from: number, now: Node): void {
  const start = content.findDiffStart(now.content);
  const end = content.findDiffEnd(now.content);
  if (start === null || end === null) return;
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  tr.replace(from + 1 + start, from + 1 + end.a + overlap, now.slice(start, end.b + overlap));
}
