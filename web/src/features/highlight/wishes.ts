import { t } from "@lingui/core/macro";
import { addDays, dayIn } from "../../kits/datekit";
import type { IconName } from "../../ui/icons";
import { dueInstant } from "../cards/guesses/dueInstant";
import { dueOf, EMPTY, type Filter, isOpen, matcher, type Reading } from "./filter";
import type { CardTest } from "./picker";
import { readFilter } from "./storedFilter";

export const READY = ["mine", "attention", "urgent", "overdue", "unassigned"] as const;
export type Ready = (typeof READY)[number];

/** What somebody wants to see: one of the ready-made, or a filter of one's own, which may have been saved. */
export type Wish = {
  pick: Ready | "custom";
  filter: Filter;
  saved: string | null;
  /** Only matches are shown. */
  isAlone: boolean;
};

export const storedWish = (wish: Wish): string => JSON.stringify({ ...wish, filter: JSON.stringify(wish.filter) });

/** A wish from kept text; null where there is none that can be used. */
export function readWish(text: string | null): Wish | null {
  try {
    const { pick, filter, saved, isAlone } = JSON.parse(text ?? "");
    if (pick !== "custom" && !READY.includes(pick)) return null;
    const own = pick === "custom" ? readFilter(String(filter)) : EMPTY;
    return { pick, filter: own, saved: typeof saved === "string" ? saved : null, isAlone: isAlone === true };
  } catch {
    return null;
  }
}

/** Call it while rendering: the words are those of the language of now. */
export function readyWord(ready: Ready): string {
  const words: Record<Ready, () => string> = {
    mine: () => t`What’s assigned to me`,
    attention: () => t`What needs attention`,
    urgent: () => t`What’s marked high priority or critical`,
    overdue: () => t`What’s overdue`,
    unassigned: () => t`What’s unassigned`,
  };
  return words[ready]();
}

export const readyIcon: Record<Ready, IconName> = {
  mine: "user",
  attention: "bell",
  urgent: "flag",
  overdue: "clock",
  unassigned: "people",
};

const FILTERS: Record<Exclude<Ready, "attention">, Filter> = {
  mine: { ...EMPTY, assignees: ["me"] },
  urgent: { ...EMPTY, priorities: ["high", "critical"] },
  overdue: { ...EMPTY, due: ["overdue"] },
  unassigned: { ...EMPTY, assignees: ["none"] },
};

/** Whether what a wish picks out changes as time passes. */
export const isTimed = ({ pick, filter }: Wish): boolean =>
  pick === "attention" || pick === "overdue" || filter.due.some((word) => word !== "none");

/** The wish as one test of a card. `quiet`: those in progress that nobody has changed for a week. */
export function wishTest(wish: Wish, reading: Reading, quiet: ReadonlySet<string>): CardTest {
  if (wish.pick === "attention") return attentionTest(reading, quiet);
  return matcher(wish.pick === "custom" ? wish.filter : FILTERS[wish.pick], reading);
}

const SOON_DAYS = 2;
const WAITING: readonly string[] = ["blocked", "on_hold", "needs_review", "needs_rework"];

function attentionTest({ now, zone }: Reading, quiet: ReadonlySet<string>): CardTest {
  // The end of the day after tomorrow, where the reader is.
  const soon = dueInstant(addDays(dayIn(now, zone), SOON_DAYS + 1), "00:00", zone);
  return (card) => {
    if (!isOpen(card)) return false;
    const due = dueOf(card);
    if (WAITING.includes(card.status) || (due !== null && due <= soon)) return true;
    return card.status === "in_progress" && quiet.has(card.id);
  };
}
