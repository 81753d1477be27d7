import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import type { MenuEntry, MenuGroup } from "../../ui/Menu";
import { MenuPopover } from "../../ui/MenuPopover";
import { PopoverPanel } from "../../ui/PopoverPanel";
import { DueFields } from "../cards/DueForm";
import { priorities, priorityIcon, priorityNote, priorityWord, statuses, statusWord } from "../cards/facts";
import { StatusDot } from "../cards/StatusDot";
import { copyLink } from "./copyLink";
import { canWrite, type ListTools, type RowMenuPlace } from "./listTools";
import type { ViewCard } from "./viewData";

type RowMenuProps = { tools: ListTools; place: RowMenuPlace; onClose: () => void };

/** One menu for all rows, and what its entries open in its place: status, priority, due date. */
export function RowMenu({ tools, place, onClose }: RowMenuProps) {
  const { t } = useLingui();
  const { title } = place.card;
  const shown = { triggerRef: { current: place.anchor }, onClose };
  const groups = useGroups(tools, place);
  if (place.kind === "due")
    return (
      <PopoverPanel label={t`Due date of “${title}”`} placement="bottom end" {...shown}>
        <Due tools={tools} card={place.card} onClose={onClose} />
      </PopoverPanel>
    );
  return (
    <MenuPopover key={place.kind} label={t`Actions for “${title}”`} placement="bottom end" groups={groups} {...shown} />
  );
}

type DueProps = Omit<RowMenuProps, "place"> & { card: ViewCard };

function Due({ tools: { acts, reader }, card, onClose }: DueProps) {
  return (
    <DueFields
      due={card}
      zone={reader.clock.zone}
      locale={reader.locale}
      onSet={(wish) => acts.setDue(card, wish)}
      onClose={onClose}
    />
  );
}

function useGroups(tools: ListTools, { card, kind, anchor }: RowMenuPlace): readonly MenuGroup[] {
  const { t } = useLingui();
  const { acts, showMenu } = tools;
  const ways = useWays(tools, card);
  const changes = useChanges(tools, card, (next) => showMenu({ card, anchor, kind: next }));
  if (kind === "status") {
    const entries = statuses.map((status) => ({
      id: status,
      label: statusWord(status),
      mark: <StatusDot status={status} />,
      isSelected: card.status === status,
      run: () => acts.setStatus(card, status),
    }));
    return [{ id: "status", title: t`Status`, entries }];
  }
  if (kind === "priority") {
    const entries = priorities.map((priority) => ({
      id: priority,
      label: priorityWord(priority),
      note: priorityNote(priority),
      ...(priority === "normal" ? { mark: <span /> } : { icon: priorityIcon(priority) }),
      isSelected: card.priority === priority,
      run: () => acts.setPriority(card, priority),
    }));
    return [{ id: "priority", title: t`Priority`, entries }];
  }
  const [facts, ends] = changes;
  return [
    { id: "ways", entries: ways },
    { id: "facts", entries: facts },
    { id: "ends", entries: ends },
  ];
}

function useWays({ openCard }: ListTools, card: ViewCard): MenuEntry[] {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { board_id: boardId, id: cardId } = card;
  const go = () => void navigate({ to: "/b/$boardId/c/$cardId", params: { boardId, cardId } });
  return [
    { id: "open", label: t`Open`, icon: "sidebar", keys: "enter", run: () => openCard(card) },
    { id: "board", label: t`Go to the board`, icon: "board", keys: "g", run: go },
    { id: "link", label: t`Copy link`, icon: "link", keys: "l", run: () => void copyLink(card) },
  ];
}

function useChanges(
  { acts, boards, reader }: ListTools,
  card: ViewCard,
  show: (kind: RowMenuPlace["kind"]) => void,
): [MenuEntry[], MenuEntry[]] {
  const { t } = useLingui();
  if (!canWrite(boards[card.board_id])) return [[], []];
  const remove: MenuEntry = {
    id: "delete",
    label: t`Delete`,
    icon: "trash",
    keys: "delete",
    isDanger: true,
    run: () => acts.remove(card),
  };
  if (card.completed_at !== null) return [[], [remove]];
  const isMine = card.assignee_ids.includes(reader.me);
  const mine = isMine ? t`Take me off it` : t`Assign to me`;
  return [
    [
      { id: "mine", label: mine, icon: "user", keys: "a", run: () => acts.toggleMe(card) },
      { id: "due", label: t`Due…`, icon: "calendar", keys: "d", run: () => show("due") },
      { id: "status", label: t`Status…`, icon: "board", keys: "s", run: () => show("status") },
      { id: "priority", label: t`Priority…`, icon: "flag", keys: "p", run: () => show("priority") },
    ],
    [{ id: "complete", label: t`Complete`, icon: "check", keys: "c", run: () => acts.complete(card) }, remove],
  ];
}
