/**
 * Which card has, or last had, the focus in each column: one stop of the Tab key a column, and the focus stays on a card that moves,
 * whoever moved it.
 */
const PATIENCE_FRAMES = 30;

export class CardFocus {
  private activeByColumn = new Map<string, string>();
  private listeners = new Set<() => void>();
  private wanted: string | null = null;
  /** The card that has the focus; null as soon as anything else has. */
  current: string | null = null;

  activeIn(columnId: string): string | undefined {
    return this.activeByColumn.get(columnId);
  }

  /** Follows the page's focus; `target` is what has it now. */
  note(target: EventTarget | null): void {
    const card = target instanceof Element ? target.closest<HTMLElement>("[data-card]") : null;
    this.current = card?.dataset.card ?? null;
    const columnId = card?.closest<HTMLElement>("[data-column]")?.dataset.column;
    if (!this.current || !columnId || this.activeByColumn.get(columnId) === this.current) return;
    this.activeByColumn.set(columnId, this.current);
    for (const listener of this.listeners) listener();
  }

  /** Gives a card the focus as soon as it is there, unless the person goes elsewhere meanwhile. */
  want(cardId: string): void {
    this.wanted = cardId;
    let frames = 0;
    const look = () => {
      if (this.wanted !== cardId) return;
      const isElsewhere = frames > 0 && this.current !== cardId && !isNowhere();
      if (isElsewhere || frames > PATIENCE_FRAMES) {
        this.wanted = null;
        return;
      }
      if (document.activeElement?.closest<HTMLElement>("[data-card]")?.dataset.card !== cardId)
        linkOf(cardId)?.focus({ preventScroll: true });
      frames += 1;
      requestAnimationFrame(look);
    };
    look();
  }

  /** A card left the page. If it had the focus, it gets it back where it appears again. */
  lost(cardId: string): void {
    if (this.current === cardId && isNowhere()) this.want(cardId);
  }

  /** The board leaves the page. */
  release(): void {
    this.wanted = null;
    this.current = null;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

const isNowhere = () => document.activeElement === null || document.activeElement === document.body;

function linkOf(cardId: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-card="${CSS.escape(cardId)}"] [data-card-link]`);
}
