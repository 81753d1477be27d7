/** Listeners by key. `mark` notes that a key changed; `tell` calls each listener of the marked keys once. */
export class Watchers {
  private readonly listeners = new Map<string, Set<() => void>>();
  private marked = new Set<string>();

  watch(key: string, listener: () => void): () => void {
    let set = this.listeners.get(key);
    if (!set) {
      set = new Set();
      this.listeners.set(key, set);
    }
    set.add(listener);
    return () => {
      set.delete(listener);
      if (set.size === 0 && this.listeners.get(key) === set) this.listeners.delete(key);
    };
  }

  mark(key: string): void {
    if (this.listeners.has(key)) this.marked.add(key);
  }

  /** Marks `prefix + id` for each; cheap also when the ids are far more than the listeners. */
  markAll(prefix: string, ids: readonly string[]): void {
    if (ids.length <= this.listeners.size) {
      for (const id of ids) this.mark(prefix + id);
      return;
    }
    const changed = new Set(ids);
    for (const key of this.listeners.keys()) {
      if (key.startsWith(prefix) && changed.has(key.slice(prefix.length))) this.marked.add(key);
    }
  }

  tell(): void {
    if (this.marked.size === 0) return;
    const keys = this.marked;
    this.marked = new Set();
    const called = new Set<() => void>();
    for (const key of keys) for (const listener of this.listeners.get(key) ?? []) called.add(listener);
    for (const listener of called) listener();
  }

  /** Marks one key and tells at once. */
  tellOf(key: string): void {
    this.mark(key);
    this.tell();
  }
}
