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
  const kept = withOldLetters(nodes, source);
  return says(kept, nodes) ? kept : writeMarkdown(nodes);
}

/** Whether a text, read again, is these blocks; spaces at the edges of lines make no difference. */
function says(text: string, nodes: readonly Node[]): boolean {
  const blocks = readMarkdown(text)?.blocks;
  const isSame = (one: Node, other: Node | undefined) =>
    other !== undefined && (one.eq(other) || writeMarkdown([one]) === writeMarkdown([other]));
  return blocks?.length === nodes.length && blocks.every(({ node }, at) => isSame(node, nodes[at]));
}

function withOldLetters(nodes: readonly Node[], { text, blocks }: Source): string {
  const places = placesOf(nodes, blocks);
  let written = "";
  nodes.forEach((node, at) => {
    const place = places[at];
    const block = blocks[place?.at ?? -1];
    const before = at === 0 ? -1 : places[at - 1]?.at;
    if (block && before === (place?.at ?? 0) - 1) written += text.slice(blocks[before]?.to ?? 0, block.from);
    else if (at > 0) written += "\n\n";
    written += block && place?.isSame ? text.slice(block.from, block.to) : writeMarkdown([node]);
  });
  const isLast = nodes.length > 0 && places.at(-1)?.at === blocks.length - 1;
  return isLast ? written + text.slice(blocks.at(-1)?.to) : written;
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
