import { type AnyRow, isSameList, isSameRow } from "./tables";

const NONE: readonly string[] = [];

/**
 * The visible rows of one table and their order in each group, by (rank, id) compared bytewise: ranks and ids are ASCII, for which
 * `<` on strings is that comparison. Remembers what each row and order was, so that `finish` can say what really changed.
 */
export class TableRows {
  readonly rows = new Map<string, AnyRow>();
  private readonly orders = new Map<string, string[]>();
  private readonly oldRows = new Map<string, AnyRow | undefined>();
  private readonly oldOrders = new Map<string, readonly string[]>();
  /** Groups to sort anew at the end of a bulk change; null outside one. */
  private unsorted: Set<string> | null = null;

  constructor(private readonly group: string | null) {}

  order(group: string): readonly string[] {
    return this.orders.get(group) ?? NONE;
  }

  groups(): Iterable<readonly [string, readonly string[]]> {
    return this.orders;
  }

  set(id: string, row: AnyRow | undefined): void {
    const old = this.rows.get(id);
    if (old === row) return;
    if (!this.oldRows.has(id)) this.oldRows.set(id, old);
    const stays = this.group === null || (old && row && old.rank === row.rank && old[this.group] === row[this.group]);
    // The old row must still be visible while it is looked up by its rank.
    if (!stays && old) this.unplace(old);
    if (row) this.rows.set(id, row);
    else this.rows.delete(id);
    if (!stays && row) this.place(row);
  }

  /** Many changes at once: groups are sorted once at the end, not kept sorted row by row. */
  bulk(run: () => void): void {
    this.unsorted = new Set();
    run();
    const groups = this.unsorted;
    this.unsorted = null;
    if (groups.size > 0) this.sort(groups);
  }

  /** Ends a change: which rows and groups differ from before. What is equal keeps its old identity, so nothing renders for it. */
  finish(): { ids: string[]; groups: string[] } {
    const ids: string[] = [];
    for (const [id, old] of this.oldRows) {
      const row = this.rows.get(id);
      if (row === old) continue;
      if (row && old && isSameRow(row, old)) this.rows.set(id, old);
      else ids.push(id);
    }
    const groups: string[] = [];
    for (const [group, old] of this.oldOrders) {
      if (isSameList(old, this.order(group))) this.orders.set(group, old as string[]);
      else groups.push(group);
    }
    this.oldRows.clear();
    this.oldOrders.clear();
    return { ids, groups };
  }

  /** How many siblings of the group stand before this (rank, id). */
  position(order: readonly string[], rank: string, id: string): number {
    let low = 0;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = order[middle] as string;
      const otherRank = this.rows.get(other)?.rank as string;
      if (otherRank < rank || (otherRank === rank && other < id)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private place(row: AnyRow): void {
    const group = row[this.group as string] as string;
    if (this.unsorted) {
      this.unsorted.add(group);
      return;
    }
    const order = this.writable(group);
    order.splice(this.position(order, row.rank as string, row.id), 0, row.id);
  }

  private unplace(row: AnyRow): void {
    const group = row[this.group as string] as string;
    if (this.unsorted) {
      this.unsorted.add(group);
      return;
    }
    const order = this.writable(group);
    const at = this.position(order, row.rank as string, row.id);
    if (order[at] === row.id) order.splice(at, 1);
  }

  /** Readers may hold the array as it was: it is copied once a change. */
  private writable(group: string): string[] {
    const order = this.orders.get(group) ?? [];
    if (this.oldOrders.has(group)) return order;
    const copy = order.slice();
    this.oldOrders.set(group, order);
    this.orders.set(group, copy);
    return copy;
  }

  private sort(groups: Set<string>): void {
    const lists = new Map<string, AnyRow[]>();
    for (const group of groups) lists.set(group, []);
    for (const row of this.rows.values()) lists.get(row[this.group as string] as string)?.push(row);
    for (const [group, list] of lists) {
      list.sort(byRank);
      this.writable(group);
      this.orders.set(
        group,
        list.map((row) => row.id),
      );
    }
  }
}

function byRank(one: AnyRow, other: AnyRow): number {
  const [rank, otherRank] = [one.rank as string, other.rank as string];
  if (rank !== otherRank) return rank < otherRank ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}
