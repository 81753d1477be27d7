/**
 * Mentions inside Markdown: `@[Ana Costa](person:ID)`, a CommonMark link behind an at sign; `@[all](person:all)` means everybody.
 * The server reads the same form. See docs/topics/texts.md.
 */
export const EVERYBODY = "all";

export type Mention = { id: string; name: string };

const SCHEME = "person:";
const ID = /^(?:all|[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})$/;
/** A name of at most 400 characters without line ends, in which brackets and backslashes are escaped. */
const MENTION = /@\[((?:[^[\]\\\n]|\\.){1,400})\]\(person:(all|[0-9a-f-]{36})\)/g;
const ESCAPED = /\\([!-/:-@[-`{-~])/g;
const SIGNS = /[\\[\]*_`~<>&!@:]/g;

/** Every mention in the order of the text. Those inside code count too: nobody reads Markdown to find them. */
export function readMentions(text: string): Mention[] {
  const found: Mention[] = [];
  for (const [, name = "", id = ""] of text.matchAll(MENTION))
    if (ID.test(id)) found.push({ id, name: name.replace(ESCAPED, "$1") });
  return found;
}

/** The ids of everybody mentioned, each once; `all` among them when everybody is. */
export function mentionedIds(text: string): string[] {
  return [...new Set(readMentions(text).map((mention) => mention.id))];
}

export function writeMention({ id, name }: Mention): string {
  const clean = name.replace(/\s+/g, " ").trim() || id;
  return `@[${clean.replace(SIGNS, "\\$&")}](${SCHEME}${id})`;
}

/** The id in a link's target, or null for any other link. */
export function mentionIn(href: string): string | null {
  const id = href.startsWith(SCHEME) ? href.slice(SCHEME.length) : "";
  return ID.test(id) ? id : null;
}

export const mentionHref = (id: string): string => SCHEME + id;
