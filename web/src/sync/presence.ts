import type { Surroundings } from "./env";
import { isSameList } from "./tables";
import type { Watchers } from "./watchers";
import type { ServerMessage } from "./wire";

/** Somebody on a board: the card they have open, the column they look at. */
export interface Present {
  id: string;
  card: string | null;
  column: string | null;
}

export interface PresenceState {
  count: number;
  people: readonly Present[];
}

const NOBODY: PresenceState = { count: 0, people: [] };
const NONE: readonly string[] = [];
/** Whoever scrolls says where at most so often. */
const LOOK_MS = 1_500;

/** Who is on which board (S14): told by the server, told to the server, kept nowhere. */
export class Presence {
  private readonly states = new Map<string, PresenceState>();
  private onCards = new Map<string, readonly string[]>();
  private mine: { board: string; card: string | null; column: string | null } | null = null;
  private saidColumn: string | null = null;
  private isWaiting = false;

  constructor(
    private readonly env: Surroundings,
    private readonly watchers: Watchers,
    private readonly send: (message: object) => void,
    private readonly person: string | null,
  ) {}

  of(board: string): PresenceState {
    return this.states.get(board) ?? NOBODY;
  }

  /** Ids of the others who have a card open; the same array while it is the same people. */
  on(card: string): readonly string[] {
    return this.onCards.get(card) ?? NONE;
  }

  here(board: string, card: string | null): void {
    if (this.mine?.board === board && this.mine.card === card) return;
    this.mine = { board, card, column: this.mine?.board === board ? this.mine.column : null };
    this.say(board);
  }

  /** The column in sight: said a little later, and only if somebody else is there. */
  look(board: string, column: string | null): void {
    if (this.mine?.board !== board) return;
    this.mine.column = column;
    if (column === this.saidColumn || this.isWaiting || this.of(board).count < 2) return;
    this.isWaiting = true;
    this.env.later(LOOK_MS, () => {
      this.isWaiting = false;
      if (this.mine?.column !== this.saidColumn) this.say(board);
    });
  }

  /** The server knows us on a board only after it is subscribed, so this is said again then. */
  say(board: string): void {
    if (this.mine?.board !== board) return;
    const { card, column } = this.mine;
    this.saidColumn = column;
    this.send({ t: "here", scope: `board:${board}`, card, column });
  }

  heard(message: Extract<ServerMessage, { t: "here" }>): void {
    const board = message.scope.slice("board:".length);
    const people = message.people.map(([id, card, column]) => ({ id, card, column }));
    this.set(board, { count: message.count, people });
    // What was not said while nobody else was there.
    if (this.mine?.board === board) this.look(board, this.mine.column);
  }

  /** A scope was left: whoever comes back to the board says so anew. */
  left(scope: string): void {
    if (!scope.startsWith("board:")) return;
    const board = scope.slice("board:".length);
    if (this.mine?.board === board) this.mine = null;
    this.set(board, null);
  }

  /** Disconnected: who is there is not known any more. */
  clear(): void {
    for (const board of [...this.states.keys()]) this.set(board, null);
  }

  private set(board: string, state: PresenceState | null): void {
    if (state) this.states.set(board, state);
    else this.states.delete(board);
    this.watchers.mark(`presence ${board}`);
    const before = this.onCards;
    this.onCards = this.readCards();
    for (const card of new Set([...before.keys(), ...this.onCards.keys()])) {
      const [old, now] = [before.get(card) ?? NONE, this.on(card)];
      if (!isSameList(old, now)) this.watchers.mark(`present ${card}`);
      else this.onCards.set(card, old);
    }
    this.watchers.tell();
  }

  private readCards(): Map<string, readonly string[]> {
    const found = new Map<string, string[]>();
    for (const { people } of this.states.values()) {
      for (const { id, card } of people) {
        if (card && id !== this.person) found.set(card, [...(found.get(card) ?? []), id]);
      }
    }
    return found;
  }
}
