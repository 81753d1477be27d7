import { useLingui } from "@lingui/react/macro";
import { memo, startTransition, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ChecklistItemRow } from "../../contracts/rows";
import { store, useOrder, useScope, useTable } from "../../sync/hooks";
import { usePaletteOpen } from "../../ui/paletteState";
import { Skeleton } from "../../ui/Skeleton";
import { useBoard } from "../boards/boardTools";
import { ChangeMarks, ChangeWatch } from "../boards/changeMarks";
import type { TabProps } from "../cards/sheet/tabs";
import { AddItems } from "./AddItems";
import "./Checklist.css";
import { ChecklistContext, type ChecklistTools } from "./checklistTools";
import { useHideDone } from "./hideDone";
import { ItemFindings } from "./ItemFindings";
import { ItemLine } from "./ItemLine";
import { ItemPanel, type OpenPanel } from "./ItemPanel";
import { Progress } from "./Progress";
import { useItemActs } from "./useItemActs";
import { useItemDrag } from "./useItemDrag";
import { useItemKeys } from "./useItemKeys";

/** A card's steps: tick, write, order, give to people, date, and make tasks of them. */
export function ChecklistTab({ card, isFrozen }: TabProps) {
  return <Checklist cardId={card.id} isFrozen={isFrozen} />;
}

type ChecklistProps = { cardId: string; isFrozen: boolean };

/** It does not take the card's row, which changes with every tick, so that a tick draws one line and not hundreds. */
const Checklist = memo(function Checklist(props: ChecklistProps) {
  const scope = useScope(`card:${props.cardId}`);
  const ids = useOrder("checklist_items", props.cardId);
  if (ids.length > 0 || scope.state === "ready") return <Items {...props} ids={ids} />;
  return <Skeleton className="checklist__skeleton" />;
});

function Items({ cardId, isFrozen, ids }: ChecklistProps & { ids: readonly string[] }) {
  const { t } = useLingui();
  const [isHiding, setHiding] = useHideDone();
  const [editedId, edit] = useState<string | null>(null);
  const [panel, setPanel] = useState<OpenPanel | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const acts = useItemActs();
  const { personId } = useBoard();
  const isFinding = usePaletteOpen();
  const [marks] = useState(() => new ChangeMarks());
  const shown = useShown(cardId, ids, isHiding);
  const keys = useItemKeys(shown, acts, isFrozen);
  const drag = useItemDrag({ scroller, list: keys.list, shown, isFrozen, onMove: acts.move });
  const { focus, focusNext } = keys;
  const tools = useMemo<ChecklistTools>(
    () => ({ acts, marks, edit, focus, focusNext, open: (itemId, kind, anchor) => setPanel({ itemId, kind, anchor }) }),
    [acts, marks, focus, focusNext],
  );
  const closePanel = () => {
    // What was chosen may have opened another.
    setPanel((now) => (now === panel ? null : now));
    if (panel && store.read("checklist_items", panel.itemId)) focus(panel.itemId, panel.kind);
  };
  const scrollToEnd = () =>
    requestAnimationFrame(() =>
      requestAnimationFrame(() => scroller.current?.scrollTo(0, scroller.current.scrollHeight)),
    );
  return (
    <ChecklistContext value={tools}>
      <ChangeWatch marks={marks} personId={personId} scope={`card:${cardId}`} table="checklist_items" />
      <div className="checklist">
        <Progress cardId={cardId} isHiding={isHiding} onHide={setHiding} />
        <div className="checklist__scroll" ref={scroller}>
          {ids.length === 0 ? (
            <p className="checklist__empty">
              {isFrozen
                ? t`No checklist.`
                : t`Which steps does this task take? Add them one by one, or paste a whole list.`}
            </p>
          ) : null}
          <ul
            className="checklist__items"
            aria-label={t`Checklist`}
            ref={keys.list}
            onKeyDown={keys.onKeyDown}
            onFocus={keys.onFocus}
            onPointerDown={drag}
          >
            {useGrowing(shown).map((id) => (
              <ItemLine
                key={id}
                itemId={id}
                isFrozen={isFrozen}
                isTabStop={id === keys.tabStop}
                isEdited={id === editedId && !isFrozen}
                opened={panel?.itemId === id ? panel.kind : null}
              />
            ))}
          </ul>
        </div>
        {isFrozen ? null : <AddItems cardId={cardId} onAdded={scrollToEnd} />}
      </div>
      {isFinding && !isFrozen ? <ItemFindings shown={shown} /> : null}
      {panel && !isFrozen ? <ItemPanel {...panel} shown={shown} onClose={closePanel} /> : null}
    </ChecklistContext>
  );
}

/** The items that are not hidden, in their order. */
function useShown(cardId: string, ids: readonly string[], isHiding: boolean): readonly string[] {
  const isHidden = (row: ChecklistItemRow) => isHiding && row.done && row.card_id === cardId;
  const hidden = useTable("checklist_items", useCallback(isHidden, [isHiding, cardId]));
  return useMemo(() => {
    if (hidden.length === 0) return ids;
    const away = new Set(hidden.map((row) => row.id));
    return ids.filter((id) => !away.has(id));
  }, [ids, hidden]);
}

const FIRST = 25;

/** What fits the screen at once, the rest in slices right after: a list of hundreds opens without holding up the page. */
function useGrowing(ids: readonly string[]): readonly string[] {
  const [isWhole, setWhole] = useState(false);
  useEffect(() => startTransition(() => setWhole(true)), []);
  return isWhole || ids.length <= FIRST ? ids : ids.slice(0, FIRST);
}
