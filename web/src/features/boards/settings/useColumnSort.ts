import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef, useState } from "react";
import { useSync } from "../../../sync/hooks";
import { announce } from "../../../ui/announce";
import { watchGesture } from "../../cards/drag/pointerGesture";
import { neighboursAt, shiftOf } from "../../cards/drag/slots";
import { placeAt } from "./placeAt";

/** A line being carried: how many pixels from its place, and where it would land among the others. */
type Carried = { id: string; by: number; place: number };
/** How a line stands while one is carried: the carried one by the pointer, the others make way by a line's height. */
export type Stand = { isCarried: boolean; transform: string };

/** Columns change places by dragging the handle of a line, or with the arrow keys on it. */
export function useColumnSort(ids: readonly string[]) {
  const { t } = useLingui();
  const sync = useSync();
  const list = useRef<HTMLOListElement>(null);
  const [carried, setCarried] = useState<Carried | null>(null);
  const refocus = useRef<string | null>(null);
  // A line that changes its place in the page loses the focus.
  useLayoutEffect(() => {
    const handle = list.current?.querySelector<HTMLElement>(`[data-handle="${refocus.current}"]`);
    if (handle && document.activeElement !== handle) handle.focus();
  });
  const move = (id: string, place: number) => {
    if (place !== ids.indexOf(id)) void sync.send("column.move", { column_id: id, ...neighboursAt(ids, id, place) });
  };
  const onKeyDown = (id: string, name: string) => (event: KeyboardEvent) => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    const place = ids.indexOf(id) + step;
    if (step === 0) return;
    event.preventDefault();
    if (place < 0 || place >= ids.length) return;
    refocus.current = id;
    move(id, place);
    announce(t`“${name}” is now column ${place + 1} of ${ids.length}.`, "assertive");
  };
  const onPointerDown = (id: string) => (event: PointerEvent) => {
    if (event.button !== 0) return;
    let now: Carried | null = null;
    // As they stand before any makes way.
    let middles: readonly number[] = [];
    const start = event.clientY;
    const show = (next: Carried | null) => {
      now = next;
      setCarried(next);
    };
    const carry = (y: number) => show({ id, by: y - start, place: placeAt(middles, y) });
    watchGesture(event.nativeEvent, {
      onStart: (at) => {
        middles = middlesOf(list.current, ids, id);
        carry(at.y);
        return true;
      },
      onMove: (at) => carry(at.y),
      onDrop: () => {
        if (now) move(id, now.place);
        show(null);
      },
      onCancel: () => show(null),
    });
  };
  const standOf = (id: string): Stand | null => {
    if (!carried || !ids.includes(id)) return null;
    if (carried.id === id) return { isCarried: true, transform: `translateY(${carried.by}px)` };
    const lines = shiftOf(ids.indexOf(id), ids.indexOf(carried.id), carried.place);
    return { isCarried: false, transform: `translateY(${lines * 100}%)` };
  };
  const onBlur = () => {
    refocus.current = null;
  };
  return { list, standOf, onKeyDown, onPointerDown, onBlur };
}

export type ColumnSort = ReturnType<typeof useColumnSort>;

function middlesOf(list: HTMLElement | null, ids: readonly string[], carried: string): number[] {
  return ids
    .filter((id) => id !== carried)
    .map((id) => {
      const box = list?.querySelector(`[data-line="${id}"]`)?.getBoundingClientRect();
      return box ? box.top + box.height / 2 : 0;
    });
}
