/**
 * Guesses: what a verb will do, shown before the server answers (S7). One function a verb, registered by the features.
 * A guess that cannot know the outcome, or foresees a refusal, shows nothing; the server decides either way.
 */
import type { Rows, TableName } from "../contracts/rows";
import type { VerbName, Verbs } from "../contracts/verbs";
import { between, spread } from "../kits/rankkit";
import type { Store } from "./store";
import type { AnyRow } from "./tables";

export interface GuessContext {
  /** The acting person's id. */
  person: string;
  now: number;
  commandId: string;
}

export interface GuessTx {
  row<T extends TableName>(table: T, id: string): Rows[T] | undefined;
  /** The row, or the end of this guess: nothing of it is shown. */
  must<T extends TableName>(table: T, id: string): Rows[T];
  /** Ends this guess; nothing of it is shown. */
  give_up(): never;
  /** Ids of a group by (rank, id). */
  order(table: TableName, group: string): readonly string[];
  /** Every row of a small table. */
  all<T extends TableName>(table: T): readonly Rows[T][];
  count(table: TableName, group: string): number;
  put<T extends TableName>(table: T, row: Rows[T]): void;
  patch<T extends TableName>(table: T, id: string, fields: Partial<Rows[T]>): void;
  remove(table: TableName, id: string): void;
  /** The rank after the sibling `after`, else before the sibling `before`, else at the end (S11). */
  place(table: TableName, group: string, after?: string | null, before?: string | null): string;
  /** The same for several rows side by side. */
  places(
    table: TableName,
    group: string,
    after: string | null | undefined,
    before: string | null | undefined,
    count: number,
  ): string[];
  /** This rank, or the nearest above it when a sibling has it. */
  freeRank(table: TableName, group: string, rank: string): string;
}

export type Guess<V extends VerbName> = (tx: GuessTx, args: Verbs[V], ctx: GuessContext) => void;

const guesses = new Map<string, Guess<never>>();

export function registerGuess<V extends VerbName>(verb: V, guess: Guess<V>): void {
  guesses.set(verb, guess as unknown as Guess<never>);
}

class GivenUp extends Error {}

/** Runs a verb's guess on the visible rows, inside a `store.change`; answers which rows it touched. Never throws, and leaves nothing half done. */
export function runGuess(store: Store, verb: string, args: unknown, ctx: GuessContext): Touched {
  const guess = guesses.get(verb);
  const touched: Touched = [];
  if (!guess) return touched;
  const undo: (() => void)[] = [];
  try {
    guess(new RowsTx(store, touched, undo), args as never, ctx);
  } catch {
    for (const step of undo.reverse()) step();
    touched.length = 0;
  }
  return touched;
}

export type Touched = (readonly [table: string, id: string])[];

class RowsTx implements GuessTx {
  constructor(
    private readonly store: Store,
    private readonly touched: Touched,
    private readonly undo: (() => void)[],
  ) {}

  row<T extends TableName>(table: T, id: string): Rows[T] | undefined {
    return this.store.read(table, id);
  }

  must<T extends TableName>(table: T, id: string): Rows[T] {
    return this.store.read(table, id) ?? this.give_up();
  }

  give_up(): never {
    throw new GivenUp();
  }

  order(table: TableName, group: string): readonly string[] {
    return this.store.order(table, group);
  }

  all<T extends TableName>(table: T): readonly Rows[T][] {
    return [...this.store.table(table).rows.values()] as unknown as Rows[T][];
  }

  count(table: TableName, group: string): number {
    return this.store.count(table, group);
  }

  put<T extends TableName>(table: T, row: Rows[T]): void {
    this.set(table, (row as unknown as AnyRow).id, row as unknown as AnyRow);
  }

  patch<T extends TableName>(table: T, id: string, fields: Partial<Rows[T]>): void {
    this.set(table, id, { ...this.must(table, id), ...fields } as unknown as AnyRow);
  }

  remove(table: TableName, id: string): void {
    this.set(table, id, undefined);
  }

  place(table: TableName, group: string, after?: string | null, before?: string | null): string {
    return this.places(table, group, after, before, 1)[0] as string;
  }

  places(
    table: TableName,
    group: string,
    after: string | null | undefined,
    before: string | null | undefined,
    count: number,
  ): string[] {
    const [low, high] = this.bounds(table, group, after, before);
    return count === 1 ? [between(low, high)] : spread(count, low, high);
  }

  freeRank(table: TableName, group: string, rank: string): string {
    const order = this.order(table, group);
    const at = this.store.table(table).position(order, rank, "");
    return this.rankAt(table, order, at) === rank ? between(rank, this.above(table, group, rank)) : rank;
  }

  private bounds(
    table: TableName,
    group: string,
    after?: string | null,
    before?: string | null,
  ): [string | null, string | null] {
    const low = this.rankIn(table, group, after);
    if (low !== null) return [low, this.above(table, group, low)];
    const order = this.order(table, group);
    const high = this.rankIn(table, group, before);
    if (high !== null) return [this.rankAt(table, order, this.store.table(table).position(order, high, "") - 1), high];
    return [this.rankAt(table, order, order.length - 1), null];
  }

  /** The next rank above this one; siblings of the same rank are passed over. */
  private above(table: TableName, group: string, rank: string): string | null {
    const order = this.order(table, group);
    // "~" sorts after every id, so this is the place behind all siblings of this rank.
    return this.rankAt(table, order, this.store.table(table).position(order, rank, "~"));
  }

  private rankAt(table: TableName, order: readonly string[], at: number): string | null {
    const id = order[at];
    return id === undefined ? null : (this.store.rowOf(table, id)?.rank as string);
  }

  private rankIn(table: TableName, group: string, id?: string | null): string | null {
    const at = id ? this.order(table, group).indexOf(id) : -1;
    return at < 0 ? null : this.rankAt(table, this.order(table, group), at);
  }

  private set(table: string, id: string, row: AnyRow | undefined): void {
    const rows = this.store.table(table);
    const old = rows.rows.get(id);
    this.undo.push(() => rows.set(id, old));
    this.touched.push([table, id]);
    rows.set(id, row);
  }
}
