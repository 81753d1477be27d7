import { makeParser } from "../../ui/markdown/parser";

/** The editor reads all there is: HTML as tokens of its own, every link whatever its target, so that nothing gets lost in writing. */
export const parser = makeParser({ html: true, isLink: () => true });

type Address = { index: number; lastIndex: number; text: string; url: string };

/** The bare addresses in a text, as a reader of it will find them. */
export function addressesIn(text: string): Address[] {
  return parser.linkify.match(text) ?? [];
}
