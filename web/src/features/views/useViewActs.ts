import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import type { VerbName, Verbs } from "../../contracts/verbs";
import { uuid7 } from "../../kits/idkit";
import { useSync } from "../../sync/hooks";
import { toasts } from "../../ui/toasts";
import type { DueWish } from "../cards/DueForm";
import type { Priority, Status } from "../cards/facts";
import { dueInstant } from "../cards/guesses/dueInstant";
import { act, takeBack } from "./acts";
import { dateBucketOf, dayFor, dueOf, dueOn } from "./dates";
import type { Act } from "./overlay";
import type { Reader } from "./useReader";
import type { ViewBoard, ViewCard } from "./viewData";
import { bucketWord } from "./viewWords";

export type ViewActs = ReturnType<typeof useViewActs>;

/** What one does with cards of any board, without having it open: shown at once, and put back where it is refused. */
export function useViewActs(boards: Readonly<Record<string, ViewBoard>>, { me, clock }: Reader) {
  const { t } = useLingui();
  const sync = useSync();
  return useMemo(() => {
    const send = <V extends VerbName>(card: ViewCard, verb: V, args: Verbs[V], change: Act["change"], group?: string) =>
      act(card, change, sync.send(verb, args, { ...(group ? { group } : {}) }));
    const patch = (facts: Partial<ViewCard>) => (card: ViewCard) => ({ ...card, ...facts });
    const undoing = (card: ViewCard, group: string) => ({
      label: t`Undo`,
      run: () => {
        sync.undo(group);
        takeBack(card);
      },
    });
    const setDue = (card: ViewCard, wish: DueWish) => {
      const { due_on, due_time = null, due_zone = clock.zone } = wish;
      const due_at = due_on === null ? null : dueInstant(due_on, due_time, due_zone);
      const facts = due_on === null ? { due_on, due_time: null, due_zone: null } : { due_on, due_time, due_zone };
      send(card, "card.set_due", { card_ids: [card.id], ...wish }, patch({ ...facts, due_at }));
    };
    return {
      complete: (card: ViewCard) => {
        const column = boards[card.board_id]?.columns.find(({ kind }) => kind === "completed");
        if (!column) return;
        const [group, title] = [uuid7(), short(card.title)];
        // Only the server knows what stands there by now.
        const place = { card_ids: [card.id], column_id: column.id, to_top: true };
        send(
          card,
          "card.move",
          place,
          patch({ completed_at: clock.now, completed_by: me, column_id: column.id }),
          group,
        );
        toasts.add({ kind: "done", text: t`“${title}” is completed.`, action: undoing(card, group) });
      },
      remove: (card: ViewCard) => {
        const [group, title] = [uuid7(), short(card.title)];
        send(card, "card.delete", { card_ids: [card.id] }, () => null, group);
        toasts.add({ kind: "done", text: t`“${title}” is in Deleted.`, action: undoing(card, group) });
      },
      setStatus: (card: ViewCard, status: Status) =>
        send(card, "card.set_status", { card_ids: [card.id], status }, patch({ status })),
      setPriority: (card: ViewCard, priority: Priority) =>
        send(card, "card.set_priority", { card_ids: [card.id], priority }, patch({ priority })),
      toggleMe: (card: ViewCard) => {
        const isMine = card.assignee_ids.includes(me);
        const verb = isMine ? "card.unassign" : "card.assign";
        const assignee_ids = isMine ? card.assignee_ids.filter((id) => id !== me) : [...card.assignee_ids, me];
        send(card, verb, { card_ids: [card.id], person_id: me }, patch({ assignee_ids }));
      },
      setDue,
      /** Gives it a date of that bucket. */
      putIn: (card: ViewCard, bucket: string) => {
        const day = dayFor(bucket, clock);
        if (day === undefined) return;
        const due = dueOn(day, card, clock);
        const { due_on, due_time, due_zone } = due;
        setDue(card, due_on === null ? { due_on } : { due_on, due_time, due_zone: due_zone ?? clock.zone });
        const stays = dateBucketOf(dueOf({ ...card, ...due }), clock);
        if (stays === bucket) return;
        const [title, place] = [short(card.title), bucketWord(stays)];
        toasts.add({ text: t`“${title}” stands in “${place}”, because an item of its checklist is due then.` });
      },
    };
  }, [t, sync, boards, me, clock]);
}

const MOST_LETTERS = 60;
const short = (title: string) => (title.length > MOST_LETTERS ? `${title.slice(0, MOST_LETTERS)}…` : title);
