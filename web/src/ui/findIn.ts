import type { ReactNode } from "react";
import { foldAccents } from "./foldAccents";
import type { IconName } from "./icons";

/** A line of the palette: a board, a card, a person, a command, one of the choices of a command. */
export type Finding = {
  id: string;
  label: string;
  /** Lines of one group stand together below its name; choices of a command need none. */
  group?: string;
  /** A quiet second part; it is searched too. */
  note?: string;
  /** Found by these words too, which are not shown. */
  words?: string;
  icon?: IconName | undefined;
  mark?: ReactNode;
  /** How much is new or waiting behind it. */
  badge?: ReactNode;
  keys?: string | undefined;
  /** The present one, or one of them. */
  isSelected?: boolean;
  /** How often and how lately it was used; more comes first among what fits as well. */
  use?: number;
  run?: () => void;
  /** Asked for when it is chosen: the palette then shows these. */
  choices?: () => Choices;
};

export type Choices = readonly Finding[] | Promise<readonly Finding[]>;

type Folded = { label: string; all: string };
/** Folding is the dear part of finding, and most lines stay the same from letter to letter. */
const folded = new WeakMap<Finding, Folded>();

function foldedOf(finding: Finding): Folded {
  const known = folded.get(finding);
  if (known) return known;
  const label = foldAccents(finding.label);
  const made = { label, all: `${label} ${foldAccents(`${finding.note ?? ""} ${finding.words ?? ""}`)}` };
  folded.set(finding, made);
  return made;
}

/** From here on scripts put no spaces between words, so that a word may begin anywhere. */
const WITHOUT_SPACES = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff\uf900-\ufaff]/u;
const SHORTEST_INSIDE = 3;
/** What stands before a word, besides spaces. */
const EDGE = /[\s\p{P}\p{S}]/u;

function isIn(text: string, word: string): boolean {
  if (word.length >= SHORTEST_INSIDE || WITHOUT_SPACES.test(word)) return text.includes(word);
  return beginsWord(text, word);
}

function beginsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || EDGE.test(text[at - 1] ?? "")) return true;
  }
  return false;
}

/** How well it fits, 0 best; null: not at all. Every word must be there. */
function fit({ label, all }: Folded, wanted: string, words: readonly string[]): number | null {
  if (!words.every((word) => isIn(all, word))) return null;
  if (label === wanted) return 0;
  if (label.startsWith(wanted)) return 1;
  if (words.every((word) => beginsWord(label, word))) return 2;
  return words.every((word) => label.includes(word)) ? 3 : 4;
}

/** Better fits first, among equals what is used more, among these as given. */
export function findIn<F extends Finding>(findings: readonly F[], query: string): F[] {
  const wanted = foldAccents(query.trim()).replace(/\s+/g, " ");
  if (!wanted) return [...findings];
  const words = wanted.split(" ");
  return findings
    .flatMap((finding) => {
      const rank = fit(foldedOf(finding), wanted, words);
      return rank === null ? [] : [{ finding, rank }];
    })
    .sort((a, b) => a.rank - b.rank || (b.finding.use ?? 0) - (a.finding.use ?? 0))
    .map(({ finding }) => finding);
}

/** Lines of one group behind each other; groups in the order in which the best of each stand. */
export function grouped<F extends Finding>(found: readonly F[]): F[] {
  const groups = new Map<string, F[]>();
  for (const one of found) {
    const group = groups.get(one.group ?? "") ?? [];
    groups.set(one.group ?? "", group);
    group.push(one);
  }
  return [...groups.values()].flat();
}
