import type { Watchers } from "./watchers";
import type { ServerMessage } from "./wire";

export interface PresenceState {
  count: number;
  people: readonly { id: string; card: string | null }[];
}

const NOBODY: PresenceState = { count: 0, people: [] };

/** Who is on which board (S14): told by the server, told to the server, kept nowhere. */
export class Presence {
  private readonly states = new Map<string, PresenceState>();
  private mine: { board: string; card: string | null } | null = null;

  constructor(
    private readonly watchers: Watchers,
    private readonly send: (message: object) => void,
  ) {}

  of(board: string): PresenceState {
    return this.states.get(board) ?? NOBODY;
  }

  here(board: string, card: string | null): void {
    if (this.mine?.board === board && this.mine.card === card) return;
    this.mine = { board, card };
    this.say(board);
  }

  /** The server knows us on a board only after it is subscribed, so this is said again then. */
  say(board: string): void {
    if (this.mine?.board === board) this.send({ t: "here", scope: `board:${board}`, card: this.mine.card });
  }

  heard(message: Extract<ServerMessage, { t: "here" }>): void {
    const board = message.scope.slice("board:".length);
    this.states.set(board, { count: message.count, people: message.people.map(([id, card]) => ({ id, card })) });
    this.watchers.tellOf(`presence ${board}`);
  }

  /** A scope was left: whoever comes back to the board says so anew. */
  left(scope: string): void {
    if (!scope.startsWith("board:")) return;
    const board = scope.slice("board:".length);
    if (this.mine?.board === board) this.mine = null;
    this.states.delete(board);
    this.watchers.tellOf(`presence ${board}`);
  }

  /** Disconnected: who is there is not known any more. */
  clear(): void {
    for (const board of this.states.keys()) this.watchers.mark(`presence ${board}`);
    this.states.clear();
    this.watchers.tell();
  }
}
