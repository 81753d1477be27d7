import type { Surroundings } from "./env";
import type { Watchers } from "./watchers";

/** Somebody who wrote a moment ago is believed to write for this long. */
const BELIEVED_MS = 5_000;
const SAID_EVERY_MS = 2_500;
const NOBODY: readonly string[] = [];

/** Who is writing in which scope: told by the server, told to the server, kept nowhere (S14). */
export class Typing {
  private readonly people = new Map<string, readonly string[]>();
  private readonly ends = new Map<string, () => void>();
  private readonly said = new Map<string, number>();

  constructor(
    private readonly env: Surroundings,
    private readonly watchers: Watchers,
    private readonly send: (message: object) => void,
  ) {}

  /** Ids of people; the same array while it is the same people. */
  of(scope: string): readonly string[] {
    return this.people.get(scope) ?? NOBODY;
  }

  say(scope: string): void {
    const now = this.env.now();
    if (now - (this.said.get(scope) ?? -SAID_EVERY_MS) < SAID_EVERY_MS) return;
    this.said.set(scope, now);
    this.send({ t: "typing", scope });
  }

  heard(scope: string, person: string): void {
    const key = `${scope} ${person}`;
    this.ends.get(key)?.();
    this.ends.set(
      key,
      this.env.later(BELIEVED_MS, () => this.stopped(scope, person)),
    );
    if (!this.of(scope).includes(person)) this.set(scope, [...this.of(scope), person]);
  }

  /** What they wrote has come, or they have left off. */
  stopped(scope: string, person: string): void {
    const key = `${scope} ${person}`;
    this.ends.get(key)?.();
    if (this.ends.delete(key))
      this.set(
        scope,
        this.of(scope).filter((one) => one !== person),
      );
  }

  private set(scope: string, people: readonly string[]): void {
    if (people.length > 0) this.people.set(scope, people);
    else this.people.delete(scope);
    this.watchers.tellOf(`typing ${scope}`);
  }
}
