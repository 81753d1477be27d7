import { type FocusEvent, type KeyboardEvent, type RefObject, useRef, useState } from "react";
import { cardBeside, type Rows, rowAt, rowOf, type TimelineRow } from "./rows";

type Options = {
  rows: Rows;
  scroller: RefObject<HTMLElement | null>;
  onBarKey: (event: KeyboardEvent, cardId: string) => boolean;
};

export type RowKeys = {
  /** The row that has, or had last, the focus. */
  active: string | null;
  onFocus: (event: FocusEvent) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  focusCard: (cardId: string) => void;
};

/** Up and down go from bar to bar, other keys are the bar's. By row, not by card: a card of two people has two rows. */
export function useRowKeys({ rows, scroller, onBarKey }: Options): RowKeys {
  const [active, setActive] = useState<string | null>(null);
  const now = useRef(rows);
  now.current = rows;
  const focusRow = (row: TimelineRow) => {
    setActive(row.key);
    let frames = 0;
    const look = () => {
      const link = scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row.key)}"] .bar`);
      if (link) link.focus({ preventScroll: true });
      if (link) link.scrollIntoView({ block: "nearest", inline: "nearest" });
      else if (frames++ < PATIENCE_FRAMES) requestAnimationFrame(look);
    };
    look();
  };
  const onFocus = (event: FocusEvent) => {
    const key = (event.target as Element).closest<HTMLElement>("[data-row]")?.dataset.row;
    if (key) setActive(key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const link = event.target as HTMLElement;
    const key = link.closest<HTMLElement>("[data-row]")?.dataset.row;
    if (!link.matches(".bar") || !key || event.altKey || event.ctrlKey || event.metaKey) return;
    const here = rowOf(now.current, key);
    if (here?.kind !== "card") return;
    const next = rowByKey(event.key, now.current, here);
    if (next) focusRow(next);
    else if (!onBarKey(event, here.card.id)) return;
    event.preventDefault();
  };
  const focusCard = (cardId: string) => {
    const look = (frames: number) => {
      const group = now.current.groups.find((one) => one.cards.some((card) => card.id === cardId));
      const row = group && rowOf(now.current, `${group.id} ${cardId}`);
      if (row) focusRow(row);
      else if (frames > 0) requestAnimationFrame(() => look(frames - 1));
    };
    look(PATIENCE_FRAMES);
  };
  return { active, onFocus, onKeyDown, focusCard };
}

const PATIENCE_FRAMES = 30;

/** The row that a key leads to; at the ends one stays. */
function rowByKey(key: string, rows: Rows, here: TimelineRow): TimelineRow | null {
  if (key === "ArrowDown") return cardBeside(rows, here.index, 1) ?? here;
  if (key === "ArrowUp") return cardBeside(rows, here.index, -1) ?? here;
  if (key === "Home") return rowAt(rows, 1) ?? null;
  return key === "End" ? (rowAt(rows, rows.count - 1) ?? null) : null;
}
