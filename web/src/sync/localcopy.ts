/**
 * The local copy of scopes on the device: read for the first paint, written back when the page is idle (S18, S22). It holds truth only;
 * guesses are made anew from the outbox. Several tabs may write the same copy: `mayWrite` lets a tab in only if what it knows to have
 * changed covers everything since the copy was written.
 */
import type { CopyChanges, CopyHead, Disk } from "./disk";
import type { Surroundings } from "./env";
import type { Store } from "./store";
import { groupField, tablesOf, toValues } from "./tables";
import { isWindowed, windowRows } from "./windows";
import type { Patch, PersonFacts } from "./wire";

const SLICE = 500;
const FIRST_ROWS = 30;
const MOST_BOARDS = 20;
const MOST_OTHERS = 200;

interface Position {
  epoch: string;
  seq: number;
}

interface Dirty {
  epoch: string;
  /** The copy must stand here or later for `changed` to be all that it lacks; null: write everything. */
  since: number | null;
  changed: Map<string, Set<string>>;
}

export class LocalCopy {
  private readonly dirty = new Map<string, Dirty>();
  private isAsked = false;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly disk: Disk,
    private readonly env: Surroundings,
    private readonly store: Store,
    /** Where a scope stands now; null when it is not whole in memory. */
    private readonly position: (scope: string) => Position | null,
    private readonly peopleOf: (scope: string) => readonly PersonFacts[],
  ) {}

  /** The whole scope is new: from the server, not from this copy. */
  replaced(scope: string, epoch: string): void {
    this.dirty.set(scope, { epoch, since: null, changed: new Map() });
    this.ask();
  }

  /** A change was applied on top of `seq - 1`. */
  changed(scope: string, epoch: string, seq: number, patches: readonly Patch[]): void {
    let dirty = this.dirty.get(scope);
    if (!dirty) {
      dirty = { epoch, since: seq - 1, changed: new Map() };
      this.dirty.set(scope, dirty);
    }
    if (dirty.since !== null) {
      for (const patch of patches) {
        const ids = dirty.changed.get(patch[1]) ?? new Set<string>();
        dirty.changed.set(patch[1], ids);
        ids.add(patch[0] === "+" ? String(patch[2][0]) : patch[2]);
      }
    }
    this.ask();
  }

  async drop(scope: string): Promise<void> {
    this.dirty.delete(scope);
    await this.writing;
    await this.disk.dropCopy(scope).catch(() => undefined);
  }

  /** Resolves when everything asked for so far is written. */
  async settled(): Promise<void> {
    await this.writing;
  }

  private ask(): void {
    if (this.isAsked) return;
    this.isAsked = true;
    this.env.idle(() => {
      this.isAsked = false;
      // One at a time: a slice of an old state must not land after a newer one.
      this.writing = this.writing.then(() => this.writeAll()).catch(() => undefined);
    });
  }

  private async writeAll(): Promise<void> {
    const work = [...this.dirty];
    this.dirty.clear();
    for (const [scope, dirty] of work) await this.write(scope, dirty);
    if (work.some(([, dirty]) => dirty.since === null)) await this.prune();
  }

  private async write(scope: string, dirty: Dirty): Promise<void> {
    const at = this.position(scope);
    if (!at || at.epoch !== dirty.epoch) return;
    const small = dirty.since !== null && [...dirty.changed.values()].reduce((sum, ids) => sum + ids.size, 0) <= SLICE;
    if (small) {
      const isWritten = await this.disk.writeCopy(this.head(scope, at, true), this.changesOf(scope, dirty), (stored) =>
        mayAdd(stored, dirty, at),
      );
      if (isWritten) return;
    }
    const stored = await this.disk.copyHead(scope);
    // Another tab has written as much or more.
    if (stored?.isWhole && stored.epoch === at.epoch && stored.seq >= at.seq) return;
    await this.writeWhole(scope);
  }

  /** All rows in slices; the copy counts as broken until the last one is in. */
  private async writeWhole(scope: string): Promise<void> {
    await this.disk.dropCopy(scope);
    for (const table of tablesOf(scope).filter((one) => !isWindowed(one))) {
      const ids = [...this.store.truth.rows(scope, table).keys()];
      for (let from = 0; from < ids.length; from += SLICE) {
        const at = this.position(scope);
        if (!at) return;
        const changes = { [table]: this.valuesOf(scope, table, ids.slice(from, from + SLICE)) };
        await this.disk.writeCopy(this.head(scope, at, false), changes, () => true);
        await new Promise<void>((resolve) => this.env.idle(resolve));
      }
    }
    // What changed meanwhile stands in `dirty` again; it is part of this last write.
    const at = this.position(scope);
    if (!at) return;
    const late = this.dirty.get(scope);
    if (late?.since === null) return;
    const changes = late ? this.changesOf(scope, late) : {};
    this.dirty.delete(scope);
    await this.disk.writeCopy(this.head(scope, at, true), changes, () => true);
  }

  private changesOf(scope: string, dirty: Dirty): CopyChanges {
    const changes: CopyChanges = {};
    // A window lies in the head, whole: a row of an earlier page kept by itself would leave a hole.
    for (const [table, ids] of dirty.changed) {
      if (!isWindowed(table)) changes[table] = this.valuesOf(scope, table, ids);
    }
    return changes;
  }

  private valuesOf(scope: string, table: string, ids: Iterable<string>): Map<string, readonly unknown[] | null> {
    const values = new Map<string, readonly unknown[] | null>();
    for (const id of ids) {
      const row = this.store.truth.get(scope, table, id);
      values.set(id, row ? toValues(table, row) : null);
    }
    return values;
  }

  private head(scope: string, at: Position, isWhole: boolean): CopyHead {
    const first: Record<string, (readonly unknown[])[]> = {};
    const counts: Record<string, Record<string, number>> = {};
    for (const table of isWhole ? tablesOf(scope) : []) {
      const { rows, groups } = firstRows(this.store, scope, table);
      first[table] = rows;
      if (groups) counts[table] = groups;
    }
    return { scope, ...at, isWhole, usedAt: this.env.now(), first, counts, people: this.peopleOf(scope) };
  }

  private async prune(): Promise<void> {
    const kept = (await this.disk.copies()).sort((one, other) => other.usedAt - one.usedAt);
    const boards = kept.filter(({ scope }) => scope.startsWith("board:"));
    const others = kept.filter(({ scope }) => !scope.startsWith("board:"));
    for (const { scope } of [...boards.slice(MOST_BOARDS), ...others.slice(MOST_OTHERS)]) {
      if (!this.position(scope)) await this.disk.dropCopy(scope);
    }
  }
}

function mayAdd(stored: CopyHead | undefined, dirty: Dirty, at: Position): boolean {
  if (!stored?.isWhole || stored.epoch !== at.epoch) return false;
  return (dirty.since ?? Number.POSITIVE_INFINITY) <= stored.seq && stored.seq <= at.seq;
}

/** The first rows of each order, and how many there are. Orders are the visible ones: a pending guess may shift the first screen by a row. */
function firstRows(
  store: Store,
  scope: string,
  table: string,
): { rows: (readonly unknown[])[]; groups?: Record<string, number> } {
  const field = groupField(table);
  // One group for the whole scope (columns of a board) is needed whole.
  if (isWindowed(table)) return { rows: windowRows(store, scope, table).map((row) => toValues(table, row)) };
  if (field === null || field === "board_id") {
    return { rows: [...store.truth.rows(scope, table).values()].map((row) => toValues(table, row)) };
  }
  const groups: Record<string, number> = {};
  const rows: (readonly unknown[])[] = [];
  for (const [group, order] of store.table(table).groups()) {
    const first = order.slice(0, FIRST_ROWS).flatMap((id) => store.truth.get(scope, table, id) ?? []);
    if (first.length === 0) continue;
    groups[group] = order.length;
    for (const row of first) rows.push(toValues(table, row));
  }
  return { rows, groups };
}
