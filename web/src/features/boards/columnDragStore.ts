/** A column being carried by its header: which one, and beside which other it would stand. */
export type ColumnDragState = { columnId: string; beside: string | null; side: "before" | "after" };

export class ColumnDragStore {
  state: ColumnDragState | null = null;
  private listeners = new Set<() => void>();

  set(next: ColumnDragState | null): void {
    const now = this.state;
    if (now && next && now.beside === next.beside && now.side === next.side && now.columnId === next.columnId) return;
    this.state = next;
    for (const listener of this.listeners) listener();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}
