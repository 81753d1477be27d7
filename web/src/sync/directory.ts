import type { Surroundings } from "./env";
import type { Watchers } from "./watchers";
import type { PersonFacts } from "./wire";

export interface PersonCard {
  id: string;
  name: string;
  photo: string;
}

const MOST_ASKED = 500;

/** Names and photos of people: from team snapshots, and asked for by id when somebody else shows up (a former member, a visitor). */
export class Directory {
  private readonly people = new Map<string, PersonCard>();
  private readonly wanted = new Set<string>();
  private readonly asked = new Set<string>();
  private isDue = false;

  constructor(
    private readonly env: Surroundings,
    private readonly watchers: Watchers,
    /** Asks the server; false when it cannot be asked now. */
    private readonly ask: (ids: string[]) => boolean,
  ) {}

  get(id: string): PersonCard | undefined {
    return this.people.get(id);
  }

  /** A screen wants this person; asked for once, together with others of the same frame. */
  want(id: string): void {
    if (this.people.has(id) || this.asked.has(id)) return;
    this.wanted.add(id);
    if (this.isDue) return;
    this.isDue = true;
    this.env.frame(() => this.askNow());
  }

  learn(people: readonly (PersonFacts | PersonCard)[]): void {
    for (const facts of people) {
      const card: PersonCard =
        "id" in facts
          ? { id: facts.id, name: facts.name, photo: facts.photo }
          : { id: facts[0], name: facts[1], photo: facts[2] };
      const known = this.people.get(card.id);
      this.wanted.delete(card.id);
      if (known && known.name === card.name && known.photo === card.photo) continue;
      this.people.set(card.id, card);
      this.watchers.mark(`person ${card.id}`);
    }
    this.watchers.tell();
  }

  /** Connected again: what was asked for may have been lost. */
  retry(): void {
    for (const id of this.asked) if (!this.people.has(id)) this.wanted.add(id);
    this.asked.clear();
    this.askNow();
  }

  private askNow(): void {
    this.isDue = false;
    const ids = [...this.wanted].slice(0, MOST_ASKED);
    if (ids.length === 0 || !this.ask(ids)) return;
    for (const id of ids) {
      this.wanted.delete(id);
      this.asked.add(id);
    }
    if (this.wanted.size > 0) this.askNow();
  }
}
