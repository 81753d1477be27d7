/** A row on its way to another bucket of dates, by pointer or by keys. */
export type Carried = { cardId: string; from: string; over: string | null; by: "pointer" | "keys" };

/** What is carried, for those who draw it. */
export class RowDrag {
  state: Carried | null = null;
  private readonly listeners = new Set<() => void>();

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  set(state: Carried | null): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }

  aim(over: string | null): void {
    if (this.state && this.state.over !== over) this.set({ ...this.state, over });
  }
}
