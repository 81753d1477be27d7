import { type FocusEvent, type KeyboardEvent, type RefObject, useRef, useState } from "react";
import type { CardLine, TimelineRow } from "./rows";

type Options = {
  rows: readonly TimelineRow[];
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
    const at = now.current.findIndex((row) => row.key === key);
    const here = now.current[at];
    if (here?.kind !== "card") return;
    const next = rowByKey(event.key, now.current, at);
    if (next) focusRow(next);
    else if (!onBarKey(event, here.card)) return;
    event.preventDefault();
  };
  const focusCard = (cardId: string) => {
    const look = (frames: number) => {
      const row = now.current.find((one) => one.kind === "card" && one.card === cardId);
      if (row) focusRow(row);
      else if (frames > 0) requestAnimationFrame(() => look(frames - 1));
    };
    look(PATIENCE_FRAMES);
  };
  return { active, onFocus, onKeyDown, focusCard };
}

const PATIENCE_FRAMES = 30;

/** Exported for its tests. Group heads are passed over; at the ends one stays. */
export function rowByKey(key: string, rows: readonly TimelineRow[], at: number): TimelineRow | null {
  const isCard = (row: TimelineRow): row is CardLine & TimelineRow => row.kind === "card";
  if (key === "ArrowDown") return rows.slice(at + 1).find(isCard) ?? rows[at] ?? null;
  if (key === "ArrowUp") return rows.slice(0, at).findLast(isCard) ?? rows[at] ?? null;
  if (key === "Home") return rows.find(isCard) ?? null;
  return key === "End" ? (rows.findLast(isCard) ?? null) : null;
}
