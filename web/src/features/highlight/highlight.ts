import { useRef, useSyncExternalStore } from "react";

/** Ids of cards. */
export type Picked = { has: (id: string) => boolean; size: number };

/**
 * What is highlighted on one board, outside React: every card and column listens for itself. This much comes with the board; what a wish
 * means, and which cards it picks out, is found by HighlightHost, which comes with the first wish. A wish is kept while the tab lives.
 */
export class Highlight {
  wish: string | null;
  picked: Picked | null = null;
  /** The others are out of the lists. */
  isAlone = false;
  /** Another number, other cards. */
  version = 0;
  private counts: ReadonlyMap<string, number> = new Map();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly key: string) {
    this.wish = kept(() => sessionStorage.getItem(key)) ?? null;
  }

  ask(wish: string | null): void {
    if (wish === this.wish) return;
    this.wish = wish;
    kept(() => (wish === null ? sessionStorage.removeItem(this.key) : sessionStorage.setItem(this.key, wish)));
    this.tell();
  }

  /** What was found; both may be the same objects with other contents. */
  show(picked: Picked | null, counts: ReadonlyMap<string, number>, isAlone: boolean): void {
    Object.assign(this, { picked, counts, isAlone });
    this.tell();
  }

  of(id: string): "on" | "off" | null {
    return this.picked && (this.picked.has(id) ? "on" : "off");
  }

  /** Keeps `data-lit` of a card's element right while it is there, so that no card is drawn again. */
  light(id: string, element: HTMLElement): () => void {
    const look = () => {
      const now = this.of(id);
      if (now === (element.dataset.lit ?? null)) return;
      if (now) element.dataset.lit = now;
      else delete element.dataset.lit;
    };
    look();
    return this.watch(look);
  }

  /** How many cards of a column are picked out; null while nothing is highlighted. */
  countIn(columnId: string): number | null {
    return this.picked && (this.counts.get(columnId) ?? 0);
  }

  /** Those of these cards that are in the lists. */
  shown(ids: readonly string[]): readonly string[] {
    const { picked } = this;
    return picked && this.isAlone ? ids.filter((id) => picked.has(id)) : ids;
  }

  watch = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private tell(): void {
    this.version += 1;
    for (const listener of this.listeners) listener();
  }
}

/** Pages may be denied any store; then the wish lives as long as the page. */
function kept<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

export const useIsLit = (highlight: Highlight): boolean =>
  useSyncExternalStore(highlight.watch, () => highlight.picked !== null);

export const useLit = (highlight: Highlight, id: string): "on" | "off" | null =>
  useSyncExternalStore(highlight.watch, () => highlight.of(id));

/** How many of these cards are picked out; null while nothing is highlighted. They are counted once for each change. */
export function useLitAmong(highlight: Highlight, ids: readonly string[]): number | null {
  const last = useRef({ ids, version: -1, count: 0 });
  return useSyncExternalStore(highlight.watch, () => {
    const { picked, version } = highlight;
    if (!picked) return null;
    if (last.current.ids !== ids || last.current.version !== version) {
      const count = ids.reduce((sum, id) => sum + (picked.has(id) ? 1 : 0), 0);
      last.current = { ids, version, count };
    }
    return last.current.count;
  });
}

/** What a list shows of its cards; the same array while it holds the same. */
export function useShown(highlight: Highlight, ids: readonly string[]): readonly string[] {
  const last = useRef({ ids, version: -1, shown: ids });
  return useSyncExternalStore(highlight.watch, () => {
    const { current } = last;
    if (current.ids !== ids || current.version !== highlight.version) {
      const shown = highlight.shown(ids);
      const isSame = shown.length === current.shown.length && shown.every((id, at) => id === current.shown[at]);
      last.current = { ids, version: highlight.version, shown: isSame ? current.shown : shown };
    }
    return last.current.shown;
  });
}
