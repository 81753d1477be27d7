import type { RefusalCode } from "../contracts/refusals";
import type { LinkState } from "./socket";
import type { Watchers } from "./watchers";

export interface Connection {
  state: LinkState;
  /** Commands without an answer yet. */
  pending: number;
  /** Why the first of them has to wait, or why the connection ended for good. */
  stuck?: RefusalCode;
}

/** What the screen says about the connection; the same object while nothing changes. */
export class ConnectionStatus {
  now: Connection = { state: "connecting", pending: 0 };

  constructor(private readonly watchers: Watchers) {}

  set(change: Partial<Connection>): void {
    const next = { ...this.now, ...change };
    if (next.state === this.now.state && next.pending === this.now.pending && next.stuck === this.now.stuck) return;
    this.now = next;
    this.watchers.tellOf("connection");
  }
}
