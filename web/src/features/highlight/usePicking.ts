import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import type { TagRow } from "../../contracts/rows";
import { readersLocale, weekInfo } from "../../kits/weekkit";
import { useSync, useTable } from "../../sync/hooks";
import { announce } from "../../ui/announce";
import { useBoard } from "../boards/boardTools";
import { useMinute } from "../cards/useMinute";
import type { Reading } from "./filter";
import { Picker } from "./picker";
import { useQuiet } from "./useQuiet";
import { isTimed, type Wish, wishTest } from "./wishes";

const NOTHING: ReadonlyMap<string, number> = new Map();
const PAUSE_MS = 600;

/** Finds what the wish picks out and shows it on the board, for as long as this stands; all of it before the next frame. */
export function usePicking(wish: Wish): void {
  const { boardId, highlight, selection } = useBoard();
  const { store } = useSync();
  const reading = useReading(isTimed(wish));
  const quiet = useQuiet(boardId, wish.pick === "attention");
  const test = useMemo(() => wishTest(wish, reading, quiet), [wish, reading, quiet]);
  const { isAlone } = wish;
  const picker = useRef<Picker>(null);
  const alone = useRef(isAlone);
  useLayoutEffect(() => {
    const made = new Picker(store, boardId, () => highlight.show(made.picked, made.counts, alone.current));
    picker.current = made;
    return () => {
      made.end();
      highlight.show(null, NOTHING, false);
    };
  }, [store, boardId, highlight]);
  useLayoutEffect(() => {
    alone.current = isAlone;
    picker.current?.use(test);
    // What one does not see any more is not changed along with the rest.
    const hidden = isAlone ? selection.ids().filter((id) => highlight.of(id) === "off") : [];
    for (const id of hidden) selection.toggle(id);
  }, [test, isAlone, highlight, selection]);
  useTold(wish);
}

/** `now` stands still where time does not matter. */
function useReading(isTimed: boolean): Reading {
  const { boardId, personId, zone, locale } = useBoard();
  const minute = useMinute();
  const now = isTimed ? minute : 0;
  const tags = useTable(
    "tags",
    useCallback((tag: TagRow) => tag.board_id === boardId, [boardId]),
  );
  return useMemo(() => {
    const weekStart = weekInfo(readersLocale(locale)).firstDay;
    return { me: personId ?? "", now, zone, weekStart, tags };
  }, [personId, now, zone, locale, tags]);
}

/** Says how many there are, once the person has stopped typing. */
function useTold({ pick, filter }: Wish): void {
  const { t } = useLingui();
  const { highlight } = useBoard();
  useEffect(() => {
    const tell = () => {
      const count = highlight.picked?.size ?? 0;
      announce(t`${plural(count, { one: "# task is highlighted", other: "# tasks are highlighted" })}`);
    };
    const timer = setTimeout(tell, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [t, highlight, pick, filter]);
}
