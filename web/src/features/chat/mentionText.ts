/**
 * Messages while they are written: people see `@Ana Costa`, and beside the text stands whom that means. What is sent and stored names
 * people by id (kits/mentionkit.ts).
 */
import { type Mention, readMentions, writeMention } from "../../kits/mentionkit";

export type Written = { text: string; mentions: readonly Mention[] };

const EMPTY: Written = { text: "", mentions: [] };
export const nothingWritten = (): Written => EMPTY;

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

/** A stored message as it is edited. */
export function toWritten(stored: string, nameOf: (id: string) => string | undefined): Written {
  const mentions = readMentions(stored).map(({ id, name }) => ({ id, name: nameOf(id) ?? name }));
  let at = 0;
  const text = stored.replace(/@\[(?:[^[\]\\\n]|\\.){1,400}\]\(person:(?:all|[0-9a-f-]{36})\)/g, (whole) => {
    const mention = readMentions(whole).length > 0 ? mentions[at++] : undefined;
    return mention ? `@${mention.name}` : whole;
  });
  return { text, mentions };
}

/** What is sent: every `@Name` of somebody who was chosen becomes a mention; of two with one name, in the order they were chosen. */
export function toStored({ text, mentions }: Written): string {
  const waiting = new Map<string, Mention[]>();
  for (const mention of mentions) waiting.set(mention.name, [...(waiting.get(mention.name) ?? []), mention]);
  if (waiting.size === 0) return text;
  // The longest first: “Ana Maria” is not “Ana” and a word.
  const names = [...waiting.keys()].sort((one, other) => other.length - one.length).map(escaped);
  return text.replace(new RegExp(`@(${names.join("|")})(?![\\p{L}\\p{N}])`, "gu"), (whole, name: string) => {
    const who = waiting.get(name) ?? [];
    const mention = who.length > 1 ? who.shift() : who[0];
    return mention ? writeMention(mention) : whole;
  });
}

export type Asked = { from: number; query: string };

/** The mention that is being typed right before the caret: where it begins, and what of it there is. */
export function askedMention(text: string, caret: number): Asked | null {
  const found = /(?:^|[\s([{"'])@([^\s@]{0,40}(?: [^\s@]{0,40})?)$/u.exec(text.slice(0, caret));
  const query = found?.[1];
  return query === undefined ? null : { from: caret - query.length - 1, query };
}

const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** Those whose name, or a word of it, begins like this. */
export function findPeople<T extends { name: string }>(people: readonly T[], query: string): T[] {
  const wanted = fold(query);
  return people.filter(({ name }) => {
    const folded = fold(name);
    return folded.startsWith(wanted) || folded.split(/\s+/).some((word) => word.startsWith(wanted));
  });
}
