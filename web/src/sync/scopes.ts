/** The scopes this page has open: subscribing, keeping in order (S5), starting anew after a reset, ending when gone (S10). */
import { applyPatches, unloadScope } from "./apply";
import type { LocalCopy } from "./localcopy";
import { addPage } from "./pages";
import type { Rebase } from "./rebase";
import { type Loading, ScopeLoader, type ScopeParts } from "./scopeLoader";
import { LOADING, type ScopeStatus, ScopeStream } from "./scopeStream";
import type { Change, ServerMessage } from "./wire";

/** After its last reader a scope is left: soon, so that nobody is shown present on a board they closed, but not for a change of page. */
const PAUSE_MS = 500;
/** Its rows stay in memory a while longer, so that going back shows them at once. */
const LINGER_MS = 60_000;

export class Scopes implements Loading {
  readonly streams = new Map<string, ScopeStream>();
  rebase!: Rebase;
  copy!: LocalCopy;
  private readonly loader: ScopeLoader;
  private isLive = false;

  constructor(private readonly parts: ScopeParts) {
    this.loader = new ScopeLoader(parts, this);
  }

  status(scope: string): ScopeStatus {
    return this.streams.get(scope)?.status ?? LOADING;
  }

  /** How far a scope has been read; null when nobody reads it. */
  reached(scope: string): number | null {
    const stream = this.streams.get(scope);
    if (!stream || stream.isPaused || stream.status.state === "gone") return null;
    return stream.status.state === "ready" ? stream.seq : 0;
  }

  /** Where a scope stands, if it is whole. */
  position(scope: string): { epoch: string; seq: number } | null {
    const stream = this.streams.get(scope);
    return stream?.status.state === "ready" && stream.epoch !== null ? { epoch: stream.epoch, seq: stream.seq } : null;
  }

  /** The server says that a scope has got this far. */
  expect(scope: string, seq: number): void {
    this.streams.get(scope)?.expect(seq);
  }

  /** The board opened last. */
  someBoard(): string | null {
    const boards = [...this.streams.values()].filter(
      ({ scope, status }) => scope.startsWith("board:") && status.state !== "gone",
    );
    return boards.at(-1)?.scope.slice("board:".length) ?? null;
  }

  open(scope: string): () => void {
    let stream = this.streams.get(scope);
    if (!stream || stream.status.state === "gone") {
      if (stream) this.end(stream);
      stream = new ScopeStream(scope, this.parts.env, (from) => this.subscribe(from));
      this.streams.set(scope, stream);
      void this.loader.load(stream);
    }
    const opened = stream;
    opened.readers += 1;
    opened.cancelLinger?.();
    if (opened.isPaused) {
      opened.isPaused = false;
      this.subscribe(opened);
    }
    let isClosed = false;
    return () => {
      if (isClosed) return;
      isClosed = true;
      this.close(opened);
    };
  }

  /** Asks again for a scope that was gone; open to the reader anew, it comes to those who wait for it. */
  async again(scope: string): Promise<void> {
    const stream = this.streams.get(scope);
    if (stream?.status.state === "gone") await this.loader.again(stream);
  }

  /** Adds a page of earlier rows to an open scope (pages.ts). */
  async addPage(scope: string, path: string): Promise<Record<string, number> | null> {
    const stream = this.streams.get(scope);
    if (stream?.status.state !== "ready") return null;
    return addPage({ ...this.parts, rebase: this.rebase }, stream, path);
  }

  /** The socket is greeted: everything loaded is subscribed from where it stands. */
  live(): void {
    this.isLive = true;
    for (const stream of this.streams.values()) this.subscribe(stream);
  }

  lost(): void {
    this.isLive = false;
  }

  /** Applies changes in order; called inside a turn of the rebase. */
  apply(change: Change): void {
    const [scope, epoch, seq] = change;
    const stream = this.streams.get(scope);
    if (!stream) return;
    // Of another epoch than ours: the reset that goes with it is on its way.
    if (stream.epoch !== null && epoch !== stream.epoch) return;
    stream.take(seq, change);
    this.drain(stream);
  }

  subbed(message: Extract<ServerMessage, { t: "subbed" }>): void {
    this.streams.get(message.scope)?.expect(message.seq);
  }

  reset(scope: string, code: string): void {
    const stream = this.streams.get(scope);
    if (!stream) return;
    // Behind: the server dropped us because we read too slowly. What is missing may still stand in its log.
    if (code === "behind" && stream.status.state === "ready") this.subscribe(stream);
    else void this.loader.download(stream, "all");
  }

  gone(scope: string, code: string): void {
    const stream = this.streams.get(scope);
    void this.copy.drop(scope);
    // The first word says why; whoever asks again afterwards is only told that there is nothing.
    if (!stream || stream.status.state === "gone") return;
    stream.leave();
    stream.epoch = null;
    this.rebase.turn(() => unloadScope(this.parts.store, scope));
    this.mark(stream, { state: "gone", code });
  }

  subscribe(stream: ScopeStream): void {
    if (!this.isLive || stream.isPaused || stream.epoch === null || stream.status.state !== "ready") return;
    this.parts.send({ t: "sub", scope: stream.scope, epoch: stream.epoch, seq: stream.seq });
    stream.asked();
  }

  private close(stream: ScopeStream): void {
    stream.readers -= 1;
    if (stream.readers > 0) return;
    stream.cancelLinger = this.parts.env.later(PAUSE_MS, () => this.pause(stream));
  }

  private pause(stream: ScopeStream): void {
    stream.pause();
    if (this.isLive) this.parts.send({ t: "unsub", scope: stream.scope });
    this.parts.left(stream.scope);
    stream.cancelLinger = this.parts.env.later(LINGER_MS, () => {
      if (this.streams.get(stream.scope) === stream) this.end(stream);
    });
  }

  private end(stream: ScopeStream): void {
    stream.leave();
    this.streams.delete(stream.scope);
    this.rebase.turn(() => unloadScope(this.parts.store, stream.scope));
  }

  drain(stream: ScopeStream): void {
    for (let change = stream.next(); change; change = stream.next()) {
      const [scope, epoch, seq, , , , patches] = change;
      applyPatches(this.parts.store, scope, patches);
      for (const list of stream.hearers) list.push(change);
      this.copy.changed(scope, epoch, seq, patches);
      this.parts.store.watchers.mark(`seq ${scope}`);
    }
  }

  isOpen(stream: ScopeStream): boolean {
    return this.streams.get(stream.scope) === stream && stream.status.state !== "gone";
  }

  mark(stream: ScopeStream, status: ScopeStatus): void {
    stream.status = status;
    this.parts.store.watchers.tellOf(`scope ${stream.scope}`);
  }
}
