import { type Clock, dateBucketOf, dueOf } from "./dates";
import type { Rules } from "./overlay";
import type { ViewCard } from "./viewData";

/** How a view's buckets are filled, as the server fills them, so that what one does stands where the answer will put it. */
export function rulesOf(view: string, me: string, isMine: boolean, clock: Clock): Rules {
  const bucketsOf = (card: ViewCard): readonly string[] | null => {
    if (view === "new") return null;
    if (view === "done") return card.completed_at === null ? [] : null;
    if (card.completed_at !== null) return [];
    if (view === "attention") return attentionOf(card, clock.now);
    if (view === "assigned" && !card.assignee_ids.includes(me)) return [];
    return [dateBucketOf(dueOf(card), clock)];
  };
  return { bucketsOf, isHidden: (card) => isMine && !card.assignee_ids.includes(me), compare: byDue };
}

const WAITING = ["blocked", "needs_review", "needs_rework", "on_hold"];

/** A card stands wherever it asks for attention. */
function attentionOf(card: ViewCard, now: number): string[] {
  const due = dueOf(card);
  const found = due !== null && due <= now ? ["overdue"] : [];
  if (WAITING.includes(card.status)) found.push(card.status);
  if (card.priority === "critical") found.push("critical");
  return found;
}

const NEVER = Number.MAX_SAFE_INTEGER;

/** What has no date comes the newest first. */
function byDue(a: ViewCard, b: ViewCard, bucket: string): number {
  const byId = (a.id < b.id ? -1 : 1) * (bucket === "none" ? -1 : 1);
  return (dueOf(a) ?? NEVER) - (dueOf(b) ?? NEVER) || byId;
}
