/**
 * What a highlight or an own view picks out, and whether a card is that: `tafla/views/{filters,matches}.py` step for step, kept equal
 * by contracts/golden-filters/. Kinds of facts are joined by AND, the values of one kind by OR; an empty kind does not count.
 */
import type { CardRow } from "../../contracts/rows";
import { addDays, dayIn } from "../../kits/datekit";
import { cleanLine } from "../../kits/linekit";
import { folded } from "../boards/tagNames";
import { dueInstant } from "../cards/guesses/dueInstant";

export const STATUSES = [
  "normal",
  "ready",
  "in_progress",
  "needs_review",
  "needs_rework",
  "blocked",
  "on_hold",
] as const;
export const PRIORITIES = ["normal", "high", "critical"] as const;
export const DUE_WORDS = [
  "overdue",
  "today",
  "tomorrow",
  "this_week",
  "next_week",
  "this_month",
  "next_month",
  "later",
  "none",
] as const;
/** Longer words are refused. */
export const MOST_TEXT = 200;
export type DueWord = (typeof DUE_WORDS)[number];

export type Filter = {
  /** Ids of people, `me`, or `none` for nobody. */
  assignees: readonly string[];
  statuses: readonly (typeof STATUSES)[number][];
  due: readonly DueWord[];
  priorities: readonly (typeof PRIORITIES)[number][];
  /** Names, so that they mean the same on every board. */
  tags: readonly string[];
  /** Words that the title has, in any order. */
  text: string;
};

export const EMPTY: Filter = { assignees: [], statuses: [], due: [], priorities: [], tags: [], text: "" };

/** Who reads, when and where. `weekStart`: 1 (Monday) to 7; `tags`: id and name of every tag that the cards may carry. */
export type Reading = {
  me: string;
  now: number;
  zone: string;
  weekStart: number;
  tags: readonly { id: string; name: string }[];
};

/** The facts of a card that filters ask for. */
export type Facts = Pick<
  CardRow,
  | "title"
  | "status"
  | "priority"
  | "due_at"
  | "checklist_due_at"
  | "assignee_ids"
  | "tag_ids"
  | "completed_at"
  | "deleted_at"
>;
export type Test = (card: Facts) => boolean;

/** The filter as one test of a card, which looks up no dates and folds no words but the card's own. Ten thousand cards wait for it. */
export function matcher(filter: Filter, reading: Reading): Test {
  const tests: Test[] = [];
  const { statuses, priorities } = filter;
  if (filter.assignees.length > 0) tests.push(assigneeTest(filter.assignees, reading.me));
  // Status and due are facts of open cards.
  if (statuses.length > 0) tests.push((card) => isOpen(card) && (statuses as readonly string[]).includes(card.status));
  if (filter.due.length > 0) tests.push(dueTest(filter.due, reading));
  if (priorities.length > 0) tests.push((card) => (priorities as readonly string[]).includes(card.priority));
  if (filter.tags.length > 0) tests.push(tagTest(filter.tags, reading));
  const words = plain(cleanLine(filter.text)).split(/\s+/).filter(Boolean);
  if (words.length > 0) tests.push(textTest(words));
  return (card) => tests.every((test) => test(card));
}

/** Neither done nor deleted. */
export const isOpen = (card: Facts): boolean => card.completed_at === null && card.deleted_at === null;

/** When a card is due: it, or the first of its open items. */
export function dueOf(card: Pick<Facts, "due_at" | "checklist_due_at">): number | null {
  if (card.due_at === null || card.checklist_due_at === null) return card.due_at ?? card.checklist_due_at;
  return Math.min(card.due_at, card.checklist_due_at);
}

export type DueWindow = readonly [after: number, until: number];

/**
 * The instants after which, and until which, a word holds. Midnight belongs to the day that it ends, as cards say it. Words for what is
 * now hold what is overdue too.
 */
export function dueWindows({ now, zone, weekStart }: Reading): Record<Exclude<DueWord, "none">, DueWindow> {
  const today = dayIn(now, zone);
  const isoWeekday = new Date(`${today}T00:00:00Z`).getUTCDay() || 7;
  const week = addDays(today, 7 - ((isoWeekday - weekStart + 7) % 7));
  const month = nextMonth(today);
  const startOf = (day: string) => dueInstant(day, "00:00", zone);
  const [dayEnd, nextDayEnd] = [startOf(addDays(today, 1)), startOf(addDays(today, 2))];
  const [weekEnd, nextWeekEnd] = [startOf(week), startOf(addDays(week, 7))];
  const [monthEnd, nextMonthEnd] = [startOf(month), startOf(nextMonth(month))];
  const ever = Number.POSITIVE_INFINITY;
  return {
    overdue: [-ever, now],
    today: [-ever, dayEnd],
    tomorrow: [dayEnd, nextDayEnd],
    this_week: [-ever, weekEnd],
    next_week: [weekEnd, nextWeekEnd],
    this_month: [-ever, monthEnd],
    next_month: [monthEnd, nextMonthEnd],
    later: [nextMonthEnd, ever],
  };
}

// Marks that are left out as often as written: accents, and the vowels of Hebrew and Arabic. Those of Indian scripts are letters.
const MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670]/g;
/** Letters that Unicode does not take apart, though people do. */
const PLAIN: Readonly<Record<string, string>> = { ł: "l", ø: "o", đ: "d", æ: "ae", œ: "oe", ς: "σ" };

/** Text as it is searched: without capitals and accents. Upper case first, as `ß` is `ss`. */
export function plain(text: string): string {
  // Most titles of most boards, and ten times as fast.
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  const bare = text.normalize("NFKD").replace(MARKS, "").toUpperCase().toLowerCase();
  return bare.replace(/[łøđæœς]/g, (letter) => PLAIN[letter] ?? letter).normalize("NFC");
}

function assigneeTest(assignees: Filter["assignees"], me: string): Test {
  const people = new Set(assignees.map((one) => (one === "me" ? me : one)));
  const takesNobody = people.delete("none");
  return ({ assignee_ids: ids }) => (ids.length === 0 ? takesNobody : ids.some((id) => people.has(id)));
}

function dueTest(words: Filter["due"], reading: Reading): Test {
  const known = dueWindows(reading);
  // A word that this version does not know picks out nothing.
  const windows = words.flatMap((word) => (word !== "none" && word in known ? [known[word]] : []));
  const takesNone = words.includes("none");
  return (card) => {
    if (!isOpen(card)) return false;
    const at = dueOf(card);
    return at === null ? takesNone : windows.some(([after, until]) => after < at && at <= until);
  };
}

function tagTest(names: Filter["tags"], reading: Reading): Test {
  const wanted = new Set(names.map(folded));
  const ids = new Set(reading.tags.filter((tag) => wanted.has(folded(tag.name))).map((tag) => tag.id));
  return (card) => card.tag_ids.some((id) => ids.has(id));
}

/** A row that changes is another object, so what was folded once holds for every letter that is typed. */
const foldedTitles = new WeakMap<Facts, string>();

function titleOf(card: Facts): string {
  const known = foldedTitles.get(card);
  if (known !== undefined) return known;
  const title = plain(card.title);
  foldedTitles.set(card, title);
  return title;
}

function textTest(words: readonly string[]): Test {
  return (card) => {
    const title = titleOf(card);
    return words.every((word) => title.includes(word));
  };
}

const nextMonth = (day: string): string => `${addDays(`${day.slice(0, 7)}-01`, 32).slice(0, 7)}-01`;
