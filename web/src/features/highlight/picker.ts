import type { CardRow } from "../../contracts/rows";
import type { Store } from "../../sync/store";

export type CardTest = (card: CardRow) => boolean;

/**
 * Which cards of a board a test picks out, and how many in each column. All are tried once when the test is another; from then on
 * only those whose rows change, whoever changes them. What is deleted is never picked out.
 */
export class Picker {
  /** Ids, and the columns they were counted in. */
  readonly picked = new Map<string, string>();
  readonly counts = new Map<string, number>();
  private test: CardTest = () => false;
  private readonly stop: () => void;

  constructor(
    private readonly store: Store,
    private readonly boardId: string,
    private readonly changed: () => void,
  ) {
    this.stop = store.follow("cards", (ids) => this.look(ids));
  }

  use(test: CardTest): void {
    this.test = test;
    this.picked.clear();
    this.counts.clear();
    for (const row of this.store.all("cards")) this.judge(row.id);
    this.changed();
  }

  /** Tries these cards again. */
  look(ids: Iterable<string>): void {
    let hasChanged = false;
    for (const id of ids) hasChanged = this.judge(id) || hasChanged;
    if (hasChanged) this.changed();
  }

  end(): void {
    this.stop();
  }

  private judge(id: string): boolean {
    const card = this.store.read("cards", id);
    const isIn = card?.board_id === this.boardId && card.deleted_at === null && this.test(card);
    const now = isIn ? card.column_id : undefined;
    const before = this.picked.get(id);
    if (now === before) return false;
    this.count(before, -1);
    this.count(now, 1);
    if (now === undefined) this.picked.delete(id);
    else this.picked.set(id, now);
    return true;
  }

  private count(columnId: string | undefined, by: number): void {
    if (columnId !== undefined) this.counts.set(columnId, (this.counts.get(columnId) ?? 0) + by);
  }
}
