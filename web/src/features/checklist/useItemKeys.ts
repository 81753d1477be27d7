import { type KeyboardEvent, useCallback, useLayoutEffect, useRef, useState } from "react";
import type { ChecklistTools, ItemPart } from "./checklistTools";
import type { ItemActs } from "./useItemActs";

type Wanted = { itemId: string; part: ItemPart };

const lineOf = (element: EventTarget | null) =>
  element instanceof Element ? element.closest<HTMLElement>("[data-item]") : null;

/**
 * The keyboard on a list of items. One line takes part in tabbing, the one that had the focus last; up and down go from line to line on the
 * same control, with Alt they carry the line, Delete takes it away.
 */
export function useItemKeys(shown: readonly string[], acts: ItemActs, isFrozen: boolean) {
  const list = useRef<HTMLUListElement>(null);
  const [last, setLast] = useState<string | null>(null);
  const [, redraw] = useState(0);
  const wanted = useRef<Wanted | null>(null);
  const order = useRef(shown);
  order.current = shown;
  const focus = useCallback<ChecklistTools["focus"]>((itemId, part) => {
    wanted.current = { itemId, part };
    setLast(itemId);
    redraw((turn) => turn + 1);
  }, []);
  const focusNext = useCallback<ChecklistTools["focusNext"]>(
    (itemId, part) => {
      const at = order.current.indexOf(itemId);
      const next = order.current[at + 1] ?? order.current[at - 1];
      if (next) focus(next, part);
    },
    [focus],
  );
  // After every drawing: a line that changes its place in the page loses the focus.
  useLayoutEffect(() => {
    const { itemId, part } = wanted.current ?? {};
    const control = list.current?.querySelector<HTMLElement>(`[data-item="${itemId}"] [data-part="${part}"]`);
    if (!control) return;
    wanted.current = null;
    control.focus();
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    const itemId = lineOf(target)?.dataset.item;
    const at = shown.indexOf(itemId ?? "");
    const isTyping = target instanceof HTMLTextAreaElement;
    if (!itemId || at < 0 || isTyping || event.ctrlKey || event.metaKey) return;
    const part = (target.dataset.part as ItemPart | undefined) ?? "text";
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (by !== 0 && event.altKey && !isFrozen) {
      acts.step(itemId, by, shown);
      focus(itemId, part);
    } else if (by !== 0 && !event.altKey) {
      const next = shown[at + by];
      if (next) focus(next, isFrozen ? "tick" : part);
    } else if (event.key === "Delete" && !isFrozen) {
      acts.remove(itemId);
      focusNext(itemId, "text");
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onFocus = (event: { target: EventTarget }) => setLast(lineOf(event.target)?.dataset.item ?? null);
  const tabStop = last && shown.includes(last) ? last : shown[0];
  return { list, focus, focusNext, tabStop, onKeyDown, onFocus };
}
