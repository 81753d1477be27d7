import type { Node } from "@tiptap/pm/model";
import { align } from "./align";
import { type Block, readMarkdown, type Source } from "./readMarkdown";
import { writeMarkdown } from "./writeMarkdown";

/** Longer texts are edited as Markdown: each letter typed would be read and written again with all of them. */
const MOST_CHARACTERS = 50_000;

/**
 * A text for the editor, or null where it must be edited as Markdown: when it is too long, says what the editor has no place for, or
 * would not come back from it as it is.
 */
export function openSource(text: string): Source | null {
  if (text.length > MOST_CHARACTERS) return null;
  const source = readMarkdown(text);
  const again = source && readMarkdown(writeMarkdown(source.doc.children));
  return again?.doc.eq(source?.doc as Node) ? source : null;
}

/** A paragraph with nothing in it, which Markdown does not have. */
export const isNothing = (node: Node): boolean =>
  node.type.name === "paragraph" && node.textContent.trim() === "" && writeMarkdown([node]) === "";

/**
 * A document as Markdown. Blocks that stand as they did in the source keep its letters, so that a change to one word is one to the text,
 * and a document nobody changed is the very text (S12).
 */
export function writeSource(doc: Node, source: Source): string {
  const nodes = doc.children.filter((node) => !isNothing(node));
  const plain = writeMarkdown(nodes);
  const kept = withOldLetters(nodes, source);
  const read = kept === plain ? null : readMarkdown(kept);
  return read && writeMarkdown(read.doc.children) === plain ? kept : plain;
}

function withOldLetters(nodes: readonly Node[], { text, blocks }: Source): string {
  const places = placesOf(nodes, blocks);
  let written = "";
  nodes.forEach((node, at) => {
    const block = blocks[places[at]?.at ?? -1];
    const before = blocks[places[at - 1]?.at ?? -1];
    const isNext =
      at === 0 ? block === blocks[0] : before && block && blocks.indexOf(before) + 1 === blocks.indexOf(block);
    if (block && isNext) written += text.slice(before?.to ?? 0, block.from);
    else if (at > 0) written += "\n\n";
    written += block && places[at]?.isSame ? text.slice(block.from, block.to) : writeMarkdown([node]);
  });
  const last = blocks.at(-1);
  return last && blocks[places.at(-1)?.at ?? -1] === last ? written + text.slice(last.to) : written;
}

/** Which block of the source each node is, or has taken the place of. */
function placesOf(nodes: readonly Node[], blocks: readonly Block[]): ({ at: number; isSame: boolean } | undefined)[] {
  const places: ({ at: number; isSame: boolean } | undefined)[] = nodes.map(() => undefined);
  const pairs: [number, number][] = [
    ...align(nodes, blocks, (node, block) => node.eq(block.node)),
    [nodes.length, blocks.length],
  ];
  let [nextNode, nextBlock] = [0, 0];
  for (const [at, block] of pairs) {
    if (at - nextNode === block - nextBlock)
      for (let step = 0; nextNode + step < at; step++)
        places[nextNode + step] = { at: nextBlock + step, isSame: false };
    if (at < nodes.length) places[at] = { at: block, isSame: true };
    [nextNode, nextBlock] = [at + 1, block + 1];
  }
  return places;
}
