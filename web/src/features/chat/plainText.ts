import { readMentions } from "../../kits/mentionkit";

const MOST = 200;
/** Of a long text the beginning is enough, and it is read in no time whatever it holds. */
const MOST_READ = 1_000;

/** The beginning of a message in one line of plain words: for quotes, and to be read out. */
export function plainText(text: string): string {
  const plain = text
    .slice(0, MOST_READ)
    .replace(/@\[(?:[^[\]\\\n]|\\.){1,400}\]\(person:[^)]{1,36}\)/g, (whole) => {
      const [mention] = readMentions(whole);
      return mention ? `@${mention.name}` : whole;
    })
    .replace(/!?\[([^\]]{0,200})\]\([^)\s]*\)/g, "$1")
    .replace(/[*_~`]{1,3}(?=\S)|(?<=\S)[*_~`]{1,3}/g, "")
    .replace(/^\s*(?:#{1,6}|>|[-*+]|\d+\.)\s+/gm, "")
    .replace(/\s+/g, " ")
    .trim();
  return plain.length > MOST ? `${plain.slice(0, MOST)}…` : plain;
}
