import { useLingui } from "@lingui/react/macro";
import { useCallback, useMemo } from "react";
import type { CardRow, ColumnRow, MemberRow } from "../../../contracts/rows";
import { store, useSync, useTable } from "../../../sync/hooks";
import type { Command } from "../../../ui/commands";
import type { Finding } from "../../../ui/findIn";
import { useBoard } from "../../boards/boardTools";
import { columnTitle } from "../../boards/columnTitle";
import { useBoardTags } from "../../boards/useBoardTags";
import { completeCards, moveCards, ofKind, rowsOf, setFacts, tellMoved } from "../selection/bulkActs";
import { priorityChoices, statusChoices } from "./factChoices";
import { useDueChoices } from "./useDueChoices";

type Facts = {
  cards: readonly CardRow[];
  ids: readonly string[];
  /** What the commands are about, behind their names. */
  place: string;
};

const none = () => undefined;

/** What one sets on cards: each asks for the status, the person, the column … to set. Of completed and deleted cards nothing is set. */
export function useFactCommands(ids: readonly string[], place: string): readonly Command[] {
  const { rights } = useBoard();
  const isOpen = rights.canWrite && ofKind(ids, ["normal"]).length > 0;
  const isThere = rights.canWrite && ofKind(ids, ["normal", "completed"]).length > 0;
  const facts: Facts = { cards: rowsOf(ids), ids, place };
  const all = [useStates(facts), usePeople(facts), useTags(facts), useDue(facts)];
  const move = useMove(facts);
  return [...(isOpen ? all.flat() : []), ...(isThere ? [move] : [])];
}

const onAll = (cards: readonly CardRow[], has: (card: CardRow) => boolean) => cards.length > 0 && cards.every(has);

function useStates({ cards, ids, place }: Facts): Command[] {
  const { t } = useLingui();
  const sync = useSync();
  const { boardId, selection } = useBoard();
  const complete = () => {
    selection.clear();
    void completeCards(sync, boardId, ids);
  };
  const setStatus = (status: Parameters<Parameters<typeof statusChoices>[1]>[0]) =>
    void setFacts(sync, "card.set_status", ids, { status });
  const done: Finding = { id: "status/completed", label: t`Completed`, icon: "check", run: complete };
  return [
    {
      ...{ id: "card.status", label: t`Set status…`, icon: "board", group: place, run: none },
      choices: () => [...statusChoices(cards, setStatus), done],
    },
    {
      ...{ id: "card.priority", label: t`Set priority…`, icon: "flag", group: place, run: none },
      choices: () => priorityChoices(cards, (priority) => void setFacts(sync, "card.set_priority", ids, { priority })),
    },
  ];
}

/** Board admins and team members, oneself first. */
function usePeople({ cards, ids, place }: Facts): Command[] {
  const { t } = useLingui();
  const sync = useSync();
  const { boardId, personId } = useBoard();
  const members = useTable(
    "members",
    useCallback((row: MemberRow) => row.board_id === boardId && row.role !== "visitor", [boardId]),
  );
  const choice = (id: string): Finding => {
    const isOn = onAll(cards, (card) => card.assignee_ids.includes(id));
    const verb = isOn ? "card.unassign" : "card.assign";
    return {
      ...{ id: `person/${id}`, label: sync.directory.get(id)?.name ?? t`Somebody`, icon: "user", isSelected: isOn },
      ...(id === personId ? { note: t`You` } : {}),
      run: () => void setFacts(sync, verb, ids, { person_id: id }),
    };
  };
  const isMe = (id: string) => Number(id === personId);
  const choices = () =>
    members
      .map((member) => choice(member.person_id))
      .sort((a, b) => isMe(b.id.slice(7)) - isMe(a.id.slice(7)) || a.label.localeCompare(b.label));
  return [{ id: "card.assign", label: t`Assign to…`, icon: "user", group: place, run: none, choices }];
}

function useTags({ cards, ids, place }: Facts): Command[] {
  const { t } = useLingui();
  const sync = useSync();
  const tags = useBoardTags(useBoard().boardId);
  if (tags.length === 0) return [];
  const choices = () =>
    tags.map((tag): Finding => {
      const isOn = onAll(cards, (card) => card.tag_ids.includes(tag.id));
      const verb = isOn ? "card.remove_tag" : "card.add_tag";
      const run = () => void setFacts(sync, verb, ids, { tag_id: tag.id });
      return { id: `tag/${tag.id}`, label: tag.name, icon: "tag", isSelected: isOn, run };
    });
  return [{ id: "card.tags", label: t`Tag…`, icon: "tag", group: place, run: none, choices }];
}

function useDue({ cards, ids, place }: Facts): Command[] {
  const { t } = useLingui();
  const choices = useDueChoices(cards, ids);
  return [{ id: "card.due", label: t`Set due date…`, icon: "calendar", group: place, run: none, choices }];
}

/** To the top of another column; other places and boards in the dialog. */
function useMove({ cards, ids, place }: Facts): Command {
  const { t } = useLingui();
  const sync = useSync();
  const board = useBoard();
  return useMemo((): Command => {
    const to = (column: ColumnRow): Finding => ({
      ...{ id: `column/${column.id}`, label: columnTitle(column), icon: "sidebar" },
      isSelected: onAll(cards, (card) => card.column_id === column.id),
      run: () => {
        const first = store.order("cards", column.id).find((id) => !ids.includes(id));
        board.selection.clear();
        void moveCards(sync, ids, { columnId: column.id, after: null, before: first ?? null }).then((sent) =>
          tellMoved(sync, sent),
        );
      },
    });
    const choices = (): Finding[] => [
      ...store
        .order("columns", board.boardId)
        .flatMap((id) => store.read("columns", id) ?? [])
        .filter((column) => column.kind !== "deleted")
        .map(to),
      {
        ...{ id: "column/other", label: t`Another place or board…`, icon: "move" },
        run: () => board.showMoveCard(ids),
      },
    ];
    const move = { id: "card.move", label: t`Move to…`, icon: "move" as const, keys: ["m"], group: place };
    return { ...move, run: none, choices };
  }, [t, sync, board, cards, ids, place]);
}
