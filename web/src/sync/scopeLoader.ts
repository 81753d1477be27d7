/**
 * How a scope gets its rows: the local copy's first screen, then all of the local copy, and only what changed since comes by the socket;
 * without a copy the server's snapshot, head first.
 */
import { loadScope } from "./apply";
import type { CopyHead, Disk } from "./disk";
import type { Surroundings } from "./env";
import type { LocalCopy } from "./localcopy";
import type { Rebase } from "./rebase";
import { LOADING, type ScopeStatus, type ScopeStream } from "./scopeStream";
import { fetchSnapshot } from "./snapshots";
import type { Store } from "./store";
import { fieldsOf } from "./tables";
import { isWindowed } from "./windows";
import type { PersonFacts, Snapshot, WireTable } from "./wire";

const RETRY_MS = 2_000;

export interface ScopeParts {
  env: Surroundings;
  store: Store;
  disk: Disk;
  link: string | null;
  /** Does nothing while the socket is not greeted. */
  send(message: object): void;
  people(scope: string, people: readonly PersonFacts[]): void;
  left(scope: string): void;
}

/** What the loader asks of the scopes' owner. */
export interface Loading {
  readonly rebase: Rebase;
  readonly copy: LocalCopy;
  isOpen(stream: ScopeStream): boolean;
  gone(scope: string, code: string): void;
  drain(stream: ScopeStream): void;
  mark(stream: ScopeStream, status: ScopeStatus): void;
  subscribe(stream: ScopeStream): void;
}

export class ScopeLoader {
  constructor(
    private readonly parts: ScopeParts,
    private readonly scopes: Loading,
  ) {}

  async load(stream: ScopeStream): Promise<void> {
    const head = await this.parts.disk.copyHead(stream.scope).catch(() => undefined);
    if (head?.isWhole && (await this.fromCopy(stream, head))) return;
    if (stream.scope.startsWith("board:")) await this.download(stream, "head");
    if (stream.status.state !== "gone") await this.download(stream, "all");
  }

  /** Loads what was gone, if the server gives it out again; until it does, all stays as it is. */
  async again(stream: ScopeStream): Promise<void> {
    const answer = await fetchSnapshot(this.parts.env, stream.scope, "head", this.parts.link);
    if (answer.s !== "found" || stream.status.state !== "gone") return;
    this.scopes.mark(stream, LOADING);
    await this.load(stream);
  }

  /** Shows the local copy; false when it is broken. */
  private async fromCopy(stream: ScopeStream, head: CopyHead): Promise<boolean> {
    this.show(stream, head, tablesOf(head.first), "head");
    const rows = await this.parts.disk.copyRows(stream.scope).catch(() => null);
    const now = await this.parts.disk.copyHead(stream.scope).catch(() => undefined);
    // Another tab may have begun to write the copy anew between the two reads.
    if (!rows || !now?.isWhole || now.epoch !== head.epoch) return false;
    const windows = Object.entries(now.first).filter(([table]) => isWindowed(table));
    // The older number: changes applied twice end in the same rows, left out ones do not.
    const at = { ...now, seq: Math.min(head.seq, now.seq) };
    this.show(stream, at, tablesOf({ ...rows, ...Object.fromEntries(windows) }), "ready");
    return true;
  }

  async download(stream: ScopeStream, part: "head" | "all"): Promise<void> {
    if (stream.downloading) return stream.downloading;
    stream.downloading = this.fetch(stream, part).finally(() => {
      stream.downloading = null;
    });
    return stream.downloading;
  }

  private async fetch(stream: ScopeStream, part: "head" | "all"): Promise<void> {
    const { env, link } = this.parts;
    for (let tries = 1; this.scopes.isOpen(stream); tries++) {
      const answer = await fetchSnapshot(env, stream.scope, part, link);
      if (!this.scopes.isOpen(stream)) return;
      if (answer.s === "found") return this.fromServer(stream, answer.snapshot);
      if (answer.s === "gone") return this.scopes.gone(stream.scope, answer.code);
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
    if (stream.epoch !== snapshot.epoch) this.scopes.rebase.forgetWaits(stream.scope);
    this.show(stream, { ...snapshot, counts: {} }, snapshot.tables, "ready");
    this.scopes.copy.replaced(stream.scope, snapshot.epoch);
  }

  private show(
    stream: ScopeStream,
    at: Pick<CopyHead, "epoch" | "seq" | "counts"> & { people?: readonly PersonFacts[] },
    tables: Readonly<Record<string, WireTable>>,
    state: "head" | "ready",
  ): void {
    if (at.people) this.parts.people(stream.scope, at.people);
    this.scopes.rebase.turn(() => {
      this.parts.store.dropCounts(stream.scope);
      loadScope(this.parts.store, stream.scope, tables);
      if (state === "head") this.parts.store.setCounts(stream.scope, at.counts);
      else {
        stream.start(at.epoch, at.seq);
        this.scopes.drain(stream);
      }
    });
    this.scopes.mark(stream, { state });
    this.scopes.subscribe(stream);
  }
}

function tablesOf(rows: Readonly<Record<string, readonly (readonly unknown[])[]>>): Record<string, WireTable> {
  return Object.fromEntries(
    Object.entries(rows).map(([table, values]) => [table, { fields: fieldsOf(table), rows: values }]),
  );
}
