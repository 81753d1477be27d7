import type { Surroundings } from "./env";
import type { Change } from "./wire";

/** Changes from the server, gathered and applied once a frame, however many arrive (S5). */
export class Inbox {
  private waiting: Change[] = [];

  constructor(
    private readonly env: Surroundings,
    private readonly apply: (changes: readonly Change[]) => void,
  ) {}

  take(changes: readonly Change[]): void {
    if (this.waiting.length === 0) this.env.frame(() => this.flush());
    this.waiting.push(...changes);
  }

  private flush(): void {
    const changes = this.waiting;
    this.waiting = [];
    if (changes.length > 0) this.apply(changes);
  }
}
