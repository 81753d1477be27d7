import { useLingui } from "@lingui/react/macro";
import type { RefObject } from "react";
import type { MenuGroup } from "../../ui/Menu";
import { MenuPopover } from "../../ui/MenuPopover";
import { PopoverPanel } from "../../ui/PopoverPanel";
import { DueFields } from "../cards/DueForm";
import { priorities, priorityIcon, priorityNote, priorityWord, statuses, statusWord } from "../cards/facts";
import { StatusDot } from "../cards/StatusDot";
import type { ListTools, RowMenuPlace } from "./listTools";
import { useChanges, useWays } from "./rowEntries";
import type { ViewCard } from "./viewData";

type RowMenuProps = { tools: ListTools; place: RowMenuPlace; at: RefObject<HTMLElement | null>; onClose: () => void };

/** One menu for all rows, and what its entries open in its place: status, priority, due date. */
export function RowMenu({ tools, place, at, onClose }: RowMenuProps) {
  const { t } = useLingui();
  const { title } = place.card;
  const shown = { triggerRef: at, onClose };
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

type DueProps = Omit<RowMenuProps, "place" | "at"> & { card: ViewCard };

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
