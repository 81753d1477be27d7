import { useCallback, useRef, useSyncExternalStore } from "react";
import type { CardRow, DependencyRow } from "../../contracts/rows";
import { store, useSync } from "../../sync/hooks";
import { isSameList } from "../../sync/tables";
import { readElsewhere, subscribeElsewhere } from "./elsewhere";

const NONE: readonly DependencyRow[] = [];
type ByCard = ReadonlyMap<string, readonly DependencyRow[]>;
/** Sorted once for each state of the table, not once for each card on the screen. */
const sorted = new WeakMap<object, ByCard>();

/** A card's dependencies, those it waits for and those that wait for it. */
export function useTies(cardId: string): readonly DependencyRow[] {
  const rows = useSync().store;
  const subscribe = useCallback((listener: () => void) => rows.watchers.watch("table dependencies", listener), [rows]);
  const last = useRef(NONE);
  return useSyncExternalStore(subscribe, () => {
    const found = byCard(rows.all("dependencies") as unknown as readonly DependencyRow[]).get(cardId) ?? NONE;
    if (!isSameList(last.current, found)) last.current = found;
    return last.current;
  });
}

function byCard(all: readonly DependencyRow[]): ByCard {
  const known = sorted.get(all);
  if (known) return known;
  const found = new Map<string, DependencyRow[]>();
  for (const row of all) {
    const some = found.get(row.card_id);
    if (some) some.push(row);
    else found.set(row.card_id, [row]);
  }
  sorted.set(all, found);
  return found;
}

/** Whether a card is completed or deleted; undefined where it may not be read. */
export function isDone(tie: DependencyRow): boolean | undefined {
  const card = store.read("cards", tie.other_id);
  return card ? card.completed_at !== null || card.deleted_at !== null : readElsewhere(tie.other_id)?.is_done;
}

const isWaitedFor = (tie: DependencyRow) => tie.kind === "blocked_by" && !isDone(tie);

/** Of these dependencies, the open cards that are waited for; what may not be read counts as open. The same list while it is the same. */
export function useBlockers(ties: readonly DependencyRow[]): readonly DependencyRow[] {
  const subscribe = useOthers(ties);
  const last = useRef<readonly DependencyRow[]>([]);
  return useSyncExternalStore(subscribe, () => {
    const found = ties.filter(isWaitedFor);
    if (!isSameList(last.current, found)) last.current = found;
    return last.current;
  });
}

/** The titles of the open cards a card waits for, or of those that are meant; an empty one for what may not be read. */
export function useWaitedFor(
  cardId: string,
  isMeant: (tie: DependencyRow) => boolean = isWaitedFor,
): readonly string[] {
  const ties = useTies(cardId);
  const titles = useSyncExternalStore(useOthers(ties), () => {
    const title = ({ other_id }: DependencyRow) => store.read("cards", other_id) ?? readElsewhere(other_id);
    const meant = ties.filter((tie) => isWaitedFor(tie) && isMeant(tie));
    return JSON.stringify(meant.map((tie) => title(tie)?.title ?? ""));
  });
  return JSON.parse(titles);
}

/** Calls back when a card at another end of these dependencies changes. */
function useOthers(ties: readonly DependencyRow[]): (listener: () => void) => () => void {
  const { watchers } = useSync().store;
  return useCallback(
    (listener) => {
      const stops = ties.map((tie) => watchers.watch(`row cards ${tie.other_id}`, listener));
      if (ties.length > 0) stops.push(subscribeElsewhere(listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
    [watchers, ties],
  );
}

/** For how many open cards a card waits; a card that is done waits for none. */
export function useWaits(card: CardRow): number {
  const count = useBlockers(useTies(card.id)).length;
  return card.completed_at === null && card.deleted_at === null ? count : 0;
}
