/**
 * The live socket: connects, greets, keeps itself alive, and comes back. It knows nothing of scopes and commands; `LiveEvents` does.
 * A connection that says nothing for 30 s is half open (a laptop that slept, a changed network) and is replaced.
 */
import { uuid7 } from "../kits/idkit";
import type { SocketLike, Surroundings } from "./env";
import { type ServerMessage, WIRE } from "./wire";

const PING_MS = 20_000;
const SILENCE_MS = 30_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;
const CROWDED_WAIT_MS = 5_000;

export type LinkState = "online" | "connecting" | "offline";

export interface LiveEvents {
  /** The number of the first command, for the hello. */
  nextNumber(): number;
  welcomed(): void;
  message(message: ServerMessage): void;
  lost(): void;
  state(state: LinkState): void;
  /** The server speaks another wire version. */
  otherWire(): void;
  signedOut(): void;
  /** Too many sockets of this person, or from this network; one comes back after a while. */
  crowded(): void;
}

export class LiveSocket {
  /** The server's clock minus ours. */
  clockOffset = 0;
  private socket: SocketLike | null = null;
  private isWelcome = false;
  private failures = 0;
  private heardAt = 0;
  private askedAt = 0;
  private isStopped = false;
  private cancelRetry: (() => void) | null = null;
  private cancelPing: (() => void) | null = null;
  private stopWaking: (() => void) | null = null;
  private readonly device = uuid7();

  constructor(
    private readonly env: Surroundings,
    private readonly path: string,
    private readonly events: LiveEvents,
  ) {}

  start(): void {
    this.isStopped = false;
    const stopWaking = this.env.onWake(() => this.wake());
    const stopMinding = this.env.onOffline(() => this.cut());
    this.stopWaking = () => {
      stopWaking();
      stopMinding();
    };
    this.connect();
  }

  stop(): void {
    this.isStopped = true;
    this.stopWaking?.();
    this.cancelRetry?.();
    this.drop();
  }

  send(message: object): void {
    if (this.isWelcome) this.socket?.send(JSON.stringify(message));
  }

  /** The network is back or the page is looked at: do not sit out the rest of a pause, nor trust an old silence. */
  private wake(): void {
    if (this.isStopped) return;
    if (!this.socket) this.connect();
    else if (this.env.now() - this.heardAt > PING_MS) this.ping();
  }

  /** The socket itself would notice a lost network only by its silence, half a minute later. Where the server is still within reach, it is back at once. */
  private cut(): void {
    if (!this.isStopped && this.socket) this.retryLater();
  }

  private connect(): void {
    this.cancelRetry?.();
    this.cancelRetry = null;
    this.events.state(this.env.isOnline() ? "connecting" : "offline");
    const socket = this.env.connect(this.path);
    this.socket = socket;
    this.heardAt = this.env.now();
    socket.onopen = () => this.hello(socket);
    socket.onmessage = (event: { data: string }) => {
      if (this.socket === socket) this.hear(event.data);
    };
    socket.onclose = () => {
      if (this.socket === socket) this.retryLater();
    };
    this.watch();
  }

  private hello(socket: SocketLike): void {
    if (this.socket !== socket) return;
    this.askedAt = this.env.now();
    socket.send(JSON.stringify({ t: "hello", wire: WIRE, device: this.device, next: this.events.nextNumber() }));
  }

  private hear(data: string): void {
    this.heardAt = this.env.now();
    const message = JSON.parse(data) as ServerMessage;
    if (message.t === "welcome") this.greeted(message.wire, message.time);
    else if (message.t === "wire") this.outdated();
    else if (message.t === "bye") this.farewell(message.code);
    else if (message.t === "pong") this.setClock(message.time);
    else if (this.isWelcome) this.events.message(message);
  }

  private greeted(wire: number, time: number): void {
    if (wire !== WIRE) {
      this.outdated();
      return;
    }
    this.failures = 0;
    this.isWelcome = true;
    this.setClock(time);
    this.events.state("online");
    this.events.welcomed();
  }

  private setClock(time: number): void {
    const now = this.env.now();
    this.clockOffset = Math.round(time - (this.askedAt + now) / 2);
  }

  private outdated(): void {
    this.stop();
    this.events.otherWire();
  }

  private farewell(code: string): void {
    if (code === "signed_out") {
      this.stop();
      this.events.state("offline");
      this.events.signedOut();
      return;
    }
    // Too many sockets of one person: wait long, so that tabs do not push each other out in turn.
    if (code === "too_many" || code === "replaced") this.failures = 10;
    if (code === "too_many") this.events.crowded();
    this.retryLater(code === "too_many" ? CROWDED_WAIT_MS : FIRST_WAIT_MS);
  }

  /** Pings, and notices silence. One timer for both. */
  private watch(): void {
    this.cancelPing?.();
    this.cancelPing = this.env.later(PING_MS / 2, () => {
      const silence = this.env.now() - this.heardAt;
      if (silence >= SILENCE_MS) {
        this.retryLater();
        return;
      }
      if (this.isWelcome && this.env.now() - this.askedAt >= PING_MS) this.ping();
      this.watch();
    });
  }

  private ping(): void {
    this.askedAt = this.env.now();
    this.send({ t: "ping" });
  }

  private drop(): void {
    const socket = this.socket;
    const wasWelcome = this.isWelcome;
    this.socket = null;
    this.isWelcome = false;
    this.cancelPing?.();
    socket?.close();
    if (wasWelcome) this.events.lost();
  }

  private retryLater(shortest = FIRST_WAIT_MS): void {
    this.drop();
    if (this.isStopped) return;
    this.failures += 1;
    this.events.state(this.env.isOnline() && this.failures < 3 ? "connecting" : "offline");
    const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(this.failures, 10));
    // Jitter, so that a restarted server is not met by everybody at once.
    const wait = shortest + this.env.random() * (longest - FIRST_WAIT_MS);
    this.cancelRetry?.();
    this.cancelRetry = this.env.later(wait, () => this.connect());
  }
}
