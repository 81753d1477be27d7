import type { CardRow } from "../../../contracts/rows";
import { addDays, daysBetween } from "../../../kits/datekit";
import type { Dates } from "../setDates";

type Dated = Pick<CardRow, "start_on" | "due_at" | "checklist_due_at">;

/** What a card gets that is taken on one day and let go on another: a bar goes there with both ends, anything else is due there. */
export function datesAfterDrop(card: Dated, from: string | null, to: string, dayOf: (dueAt: number) => string): Dates {
  const due = card.due_at === null ? null : dayOf(card.due_at);
  const by = from ? daysBetween(from, to) : 0;
  if (card.start_on && due && card.start_on < due) {
    return from ? { start: addDays(card.start_on, by), due: addDays(due, by) } : { due: to };
  }
  // It only starts: that is what stands on the day.
  if (card.start_on && due === null && card.checklist_due_at === null && from) return { start: to };
  return { due: to };
}
