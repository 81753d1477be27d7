const SHORTEST_MS = 1_000;
/** A slow answer makes the questions rarer: asking takes at most a quarter of the time. */
const REST = 3;

/** Something asked again and again: never twice at a time, so that no older answer comes after a newer one, and at most once a second. */
export class Question {
  private asking: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private mayAskAt = 0;
  private isWanted = false;

  constructor(
    private readonly ask: () => Promise<void>,
    private readonly isLookedAt: () => boolean = () => true,
  ) {}

  /** Because something happened; many of these in a second are one question. What nobody looks at is asked when somebody does. */
  soon(): void {
    if (this.asking) this.isWanted = true;
    if (this.asking || this.timer) return;
    const go = () => {
      this.timer = null;
      if (document.visibilityState === "visible" && this.isLookedAt()) void this.now();
    };
    this.timer = setTimeout(go, Math.max(0, this.mayAskAt - Date.now()));
  }

  /** At once, or as soon as the running question is answered. */
  async now(): Promise<void> {
    while (this.asking) await this.asking;
    this.asking = this.run();
    await this.asking;
  }

  private async run(): Promise<void> {
    const from = Date.now();
    this.isWanted = false;
    try {
      await this.ask();
    } finally {
      this.asking = null;
      const took = Date.now() - from;
      this.mayAskAt = Math.max(from + SHORTEST_MS, Date.now() + took * REST);
      if (this.isWanted) this.soon();
    }
  }
}
