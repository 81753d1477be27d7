/**
 * The scopes this page has open: loading, subscribing, keeping in order (S5), starting anew after a reset, ending when gone (S10).
 * Order of loading: the local copy's first screen, all of the local copy, then the changes since; without a copy the server's snapshot.
 */
import { applyPatches, loadScope, unloadScope } from "./apply";
import type { CopyHead, Disk } from "./disk";
import type { Surroundings } from "./env";
import type { LocalCopy } from "./localcopy";
import type { Rebase } from "./rebase";
import { type ScopeStatus, ScopeStream } from "./scopeStream";
import { fetchSnapshot } from "./snapshots";
import type { Store } from "./store";
import { fieldsOf } from "./tables";
import type { Change, PersonFacts, ServerMessage, Snapshot, WireTable } from "./wire";

/** A scope stays subscribed this long after its last reader, so that going back shows it at once. */
const LINGER_MS = 20_000;
const RETRY_MS = 2_000;

const LOADING: ScopeStatus = { state: "loading" };

export interface ScopeParts {
  env: Surroundings;
  store: Store;
  disk: Disk;
  link: string | null;
  /** False while the socket is not greeted. */
  send(message: object): void;
  people(scope: string, people: readonly PersonFacts[]): void;
}

export class Scopes {
  readonly streams = new Map<string, ScopeStream>();
  rebase!: Rebase;
  copy!: LocalCopy;
  private isLive = false;

  constructor(private readonly parts: ScopeParts) {}

  status(scope: string): ScopeStatus {
    return this.streams.get(scope)?.status ?? LOADING;
  }

  /** How far a scope has been read; null when nobody reads it. */
  reached(scope: string): number | null {
    const stream = this.streams.get(scope);
    if (!stream || stream.status.state === "gone") return null;
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
      void this.load(stream);
    }
    const opened = stream;
    opened.readers += 1;
    opened.cancelLinger?.();
    let isClosed = false;
    return () => {
      if (isClosed) return;
      isClosed = true;
      this.close(opened);
    };
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
    else void this.download(stream, "all");
  }

  gone(scope: string, code: string): void {
    const stream = this.streams.get(scope);
    void this.copy.drop(scope);
    if (!stream) return;
    stream.leave();
    stream.epoch = null;
    this.rebase.turn(() => unloadScope(this.parts.store, scope));
    this.mark(stream, { state: "gone", code });
  }

  private subscribe(stream: ScopeStream): void {
    if (!this.isLive || stream.epoch === null || stream.status.state !== "ready") return;
    this.parts.send({ t: "sub", scope: stream.scope, epoch: stream.epoch, seq: stream.seq });
    stream.asked();
  }

  private close(stream: ScopeStream): void {
    stream.readers -= 1;
    if (stream.readers > 0) return;
    stream.cancelLinger = this.parts.env.later(LINGER_MS, () => {
      if (this.streams.get(stream.scope) === stream) this.end(stream);
    });
  }

  private end(stream: ScopeStream): void {
    if (this.isLive) this.parts.send({ t: "unsub", scope: stream.scope });
    stream.leave();
    this.streams.delete(stream.scope);
    this.rebase.turn(() => unloadScope(this.parts.store, stream.scope));
  }

  private async load(stream: ScopeStream): Promise<void> {
    const head = await this.parts.disk.copyHead(stream.scope).catch(() => undefined);
    if (head?.isWhole && (await this.fromCopy(stream, head))) return;
    if (stream.scope.startsWith("board:")) await this.download(stream, "head");
    if (stream.status.state !== "gone") await this.download(stream, "all");
  }

  /** Shows the local copy; false when it is broken. */
  private async fromCopy(stream: ScopeStream, head: CopyHead): Promise<boolean> {
    this.show(stream, head, tablesOf(head.first), "head");
    const rows = await this.parts.disk.copyRows(stream.scope).catch(() => null);
    const now = await this.parts.disk.copyHead(stream.scope).catch(() => undefined);
    // Another tab may have begun to write the copy anew between the two reads.
    if (!rows || !now?.isWhole || now.epoch !== head.epoch) return false;
    // The older number: changes applied twice end in the same rows, left out ones do not.
    this.show(stream, { ...now, seq: Math.min(head.seq, now.seq) }, tablesOf(rows), "ready");
    return true;
  }

  private async download(stream: ScopeStream, part: "head" | "all"): Promise<void> {
    if (stream.downloading) return stream.downloading;
    stream.downloading = this.fetch(stream, part).finally(() => {
      stream.downloading = null;
    });
    return stream.downloading;
  }

  private async fetch(stream: ScopeStream, part: "head" | "all"): Promise<void> {
    const { env, link } = this.parts;
    for (let tries = 1; this.isOpen(stream); tries++) {
      const answer = await fetchSnapshot(env, stream.scope, part, link);
      if (!this.isOpen(stream)) return;
      if (answer.s === "found") return this.fromServer(stream, answer.snapshot);
      if (answer.s === "gone") return this.gone(stream.scope, answer.code);
      const wait = Math.min(tries, 5) * RETRY_MS * (0.5 + env.random());
      await new Promise<void>((resolve) => {
        env.later(wait, resolve);
      });
    }
  }

  private fromServer(stream: ScopeStream, snapshot: Snapshot): void {
    if (snapshot.people) this.parts.people(stream.scope, snapshot.people);
    if (snapshot.part === "head") {
      this.show(stream, { ...snapshot, counts: snapshot.counts ?? {} }, snapshot.tables, "head");
      return;
    }
    if (stream.epoch !== snapshot.epoch) this.rebase.forgetWaits(stream.scope);
    this.show(stream, { ...snapshot, counts: {} }, snapshot.tables, "ready");
    this.copy.replaced(stream.scope, snapshot.epoch);
  }

  private show(
    stream: ScopeStream,
    at: Pick<CopyHead, "epoch" | "seq" | "counts"> & { people?: readonly PersonFacts[] },
    tables: Readonly<Record<string, WireTable>>,
    state: "head" | "ready",
  ): void {
    if (at.people) this.parts.people(stream.scope, at.people);
    this.rebase.turn(() => {
      this.parts.store.dropCounts(stream.scope);
      loadScope(this.parts.store, stream.scope, tables);
      if (state === "head") this.parts.store.setCounts(stream.scope, at.counts);
      else {
        stream.start(at.epoch, at.seq);
        this.drain(stream);
      }
    });
    this.mark(stream, { state });
    this.subscribe(stream);
  }

  private drain(stream: ScopeStream): void {
    for (let change = stream.next(); change; change = stream.next()) {
      const [scope, epoch, seq, , , , patches] = change;
      applyPatches(this.parts.store, scope, patches);
      this.copy.changed(scope, epoch, seq, patches);
    }
  }

  private isOpen(stream: ScopeStream): boolean {
    return this.streams.get(stream.scope) === stream && stream.status.state !== "gone";
  }

  private mark(stream: ScopeStream, status: ScopeStatus): void {
    stream.status = status;
    this.parts.store.watchers.tellOf(`scope ${stream.scope}`);
  }
}

function tablesOf(rows: Readonly<Record<string, readonly (readonly unknown[])[]>>): Record<string, WireTable> {
  return Object.fromEntries(
    Object.entries(rows).map(([table, values]) => [table, { fields: fieldsOf(table), rows: values }]),
  );
}
