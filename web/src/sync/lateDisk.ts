import type { CopyChanges, CopyHead, CopyRows, Disk, Entry, NewEntry } from "./disk";

/** A disk that is still being opened: the page paints and takes gestures meanwhile, and what is asked waits in order. */
export class LateDisk implements Disk {
  constructor(private readonly disk: Promise<Disk>) {}

  async addEntry(entry: NewEntry): Promise<number> {
    return (await this.disk).addEntry(entry);
  }

  async removeEntries(orders: readonly number[]): Promise<void> {
    return (await this.disk).removeEntries(orders);
  }

  async entries(): Promise<Entry[]> {
    return (await this.disk).entries();
  }

  async copyHead(scope: string): Promise<CopyHead | undefined> {
    return (await this.disk).copyHead(scope);
  }

  async copyRows(scope: string): Promise<CopyRows> {
    return (await this.disk).copyRows(scope);
  }

  async writeCopy(
    head: CopyHead,
    changes: CopyChanges,
    mayWrite: (stored: CopyHead | undefined) => boolean,
  ): Promise<boolean> {
    return (await this.disk).writeCopy(head, changes, mayWrite);
  }

  async dropCopy(scope: string): Promise<void> {
    return (await this.disk).dropCopy(scope);
  }

  async copies(): Promise<{ scope: string; usedAt: number }[]> {
    return (await this.disk).copies();
  }

  async dropCopies(): Promise<void> {
    return (await this.disk).dropCopies();
  }

  close(): void {
    void this.disk.then((disk) => disk.close());
  }

  async erase(): Promise<void> {
    return (await this.disk).erase();
  }
}
