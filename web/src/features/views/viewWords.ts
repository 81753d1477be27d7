import { t } from "@lingui/core/macro";
import type { IconName } from "../../ui/icons";
import type { ViewName } from "./viewData";

type Words = { title: () => string; icon: IconName; emptyTitle: () => string; emptyText: () => string };

/** What the views are called, and what they say when there is nothing in them. Call the words while rendering. */
export const viewWords: Record<ViewName, Words> = {
  assigned: {
    title: () => t`What’s assigned to me`,
    icon: "user",
    emptyTitle: () => t`Nothing is assigned to you`,
    emptyText: () =>
      t`Tasks appear here as soon as you or somebody else puts you on them, whichever board they are on.`,
  },
  due: {
    title: () => t`What’s due`,
    icon: "calendar",
    emptyTitle: () => t`There are no open tasks`,
    emptyText: () => t`Open tasks of all your boards appear here by their due dates.`,
  },
  attention: {
    title: () => t`What needs attention`,
    icon: "warning",
    emptyTitle: () => t`Nothing needs attention`,
    emptyText: () => t`Tasks that are overdue, blocked, on hold, critical, or wait for review or rework appear here.`,
  },
  new: {
    title: () => t`What’s new and updated`,
    icon: "eye",
    emptyTitle: () => t`You have seen everything`,
    emptyText: () => t`What others change on your boards appears here until you look at it.`,
  },
  done: {
    title: () => t`What got done`,
    icon: "check",
    emptyTitle: () => t`Nothing was completed lately`,
    emptyText: () => t`Tasks appear here when they are moved to Completed, those of this and the last month.`,
  },
};

/** A bucket's title; the server's own id where this client has never heard of it. */
export function bucketWord(id: string): string {
  const words: Record<string, () => string> = {
    overdue: () => t`Overdue`,
    today: () => t`Today`,
    this_week: () => t`This week`,
    next_week: () => t`Next week`,
    this_month: () => t`This month`,
    later: () => t`Later`,
    none: () => t`Not scheduled`,
    blocked: () => t`Blocked`,
    needs_review: () => t`Needs review`,
    needs_rework: () => t`Needs rework`,
    on_hold: () => t`On hold`,
    critical: () => t`Critical`,
    last_week: () => t`Last week`,
    last_month: () => t`Last month`,
  };
  return words[id]?.() ?? id;
}

/** An aspect of a card as one says what somebody changed. */
export function aspectWord(aspect: string): string {
  const words: Record<string, () => string> = {
    new: () => t`new task`,
    title: () => t`title`,
    details: () => t`details`,
    status: () => t`status or priority`,
    people: () => t`people`,
    due: () => t`dates`,
    checklist: () => t`checklist`,
    chat: () => t`chat`,
    files: () => t`attachments`,
  };
  return words[aspect]?.() ?? aspect;
}
