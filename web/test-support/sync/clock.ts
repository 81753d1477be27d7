/** A clock that tests turn by hand; everything the engine asks to happen later happens on it, in order. */
export class VirtualClock {
  now = 1_795_000_000_000;
  private nextId = 1;
  private readonly timers: { at: number; id: number; run: () => void }[] = [];

  later(ms: number, run: () => void): () => void {
    const timer = { at: this.now + ms, id: this.nextId++, run };
    this.timers.push(timer);
    return () => {
      const at = this.timers.indexOf(timer);
      if (at >= 0) this.timers.splice(at, 1);
    };
  }

  /** Lets time pass; promises settle between any two moments. */
  async pass(ms: number): Promise<void> {
    const end = this.now + ms;
    for (;;) {
      await settle();
      const next = this.first();
      if (!next || next.at > end) break;
      this.timers.splice(this.timers.indexOf(next), 1);
      this.now = Math.max(this.now, next.at);
      next.run();
    }
    this.now = end;
    await settle();
  }

  private first() {
    let first = this.timers[0];
    for (const timer of this.timers)
      if (first && (timer.at < first.at || (timer.at === first.at && timer.id < first.id))) first = timer;
    return first;
  }
}

// The longest chain of promises between two timers of the engine is shorter than this.
const TURNS = 24;

async function settle(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await Promise.resolve();
}
