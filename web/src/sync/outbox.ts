/**
 * The outbox (S3, S8): a command is written to the device, then sent, in order, again and again until it is answered. Survives reload,
 * crash and days offline. Only the tab that owns the outbox sends (tabs.ts); each tab resolves its own commands.
 */
import type { Disk, Entry, NewEntry } from "./disk";
import type { Surroundings } from "./env";
import type { Tabs } from "./tabs";
import type { WireAnswer } from "./wire";

const DAY_MS = 86_400_000;
/** Older ones are no longer sent but shown as drafts (S3). */
const OLDEST_MS = 60 * DAY_MS;
/** Commands under way at once; the rest waits, so days offline do not arrive as one burst. */
const WINDOW = 64;

export interface OutboxEvents {
  /** A command of an earlier page or of another tab: its guess belongs on the screen. */
  found(entry: Entry): void;
  answered(entry: Entry, answer: WireAnswer): void;
  /** Too old to send. */
  expired(entry: Entry): void;
  changed(): void;
}

type TabMessage = { kind: "added"; entry: Entry } | { kind: "answered"; entry: Entry; answer: WireAnswer };

export class Outbox {
  /** Why the first command has to wait, while it does. */
  stuck: string | undefined;
  private readonly entries = new Map<string, Entry>();
  /** Given but not yet written. */
  private readonly writing = new Set<NewEntry>();
  private isOwner = false;
  private transmit: ((message: object) => void) | null = null;
  /** Numbers of this connection's commands; the next connection numbers anew (S3). */
  private readonly numbers = new Map<string, number>();
  private readonly underWay = new Set<string>();
  private nextNumber = 1;
  private cancelWait: (() => void) | null = null;

  constructor(
    private readonly disk: Disk,
    private readonly env: Surroundings,
    private readonly tabs: Tabs,
    private readonly events: OutboxEvents,
  ) {}

  /** Reads what earlier pages left, and asks to own the outbox. */
  async start(): Promise<void> {
    // Heard before read, so that no answer falls between the two.
    this.tabs.onMessage((message) => this.hear(message as TabMessage));
    await this.load();
    this.tabs.own(() => void this.becomeOwner());
  }

  get pending(): number {
    return [...this.writing, ...this.entries.values()].filter((entry) => !entry.isQuiet).length;
  }

  /** Whether anything at all has not been answered. */
  get isEmpty(): boolean {
    return this.writing.size === 0 && this.entries.size === 0;
  }

  async add(entry: NewEntry): Promise<void> {
    this.writing.add(entry);
    // A full or broken disk must not lose the command: it is then sent from memory.
    const order = await this.disk.addEntry(entry).catch(() => this.env.now());
    this.writing.delete(entry);
    const kept: Entry = { ...entry, order };
    this.entries.set(entry.id, kept);
    this.tabs.post({ kind: "added", entry: kept } satisfies TabMessage);
    this.pump();
  }

  /** The number the next connection's first command will have, for its hello. */
  get next(): number {
    return this.nextNumber;
  }

  connected(transmit: (message: object) => void): void {
    this.transmit = transmit;
    this.numbers.clear();
    this.underWay.clear();
    this.cancelWait?.();
    this.cancelWait = null;
    this.pump();
  }

  disconnected(): void {
    this.transmit = null;
  }

  answer(answer: WireAnswer): void {
    const entry = this.entries.get(answer.id);
    if (!entry) return;
    if (answer.s === "later") {
      this.wait(answer);
      return;
    }
    this.settle(entry, answer);
    this.tabs.post({ kind: "answered", entry, answer } satisfies TabMessage);
    void this.disk.removeEntries([entry.order]).catch(() => undefined);
    this.pump();
  }

  private settle(entry: Entry, answer: WireAnswer): void {
    this.entries.delete(entry.id);
    this.underWay.delete(entry.id);
    this.numbers.delete(entry.id);
    this.stuck = undefined;
    this.events.answered(entry, answer);
    this.events.changed();
  }

  /** Later commands of this device wait too; all are sent again with the numbers they had. */
  private wait(answer: WireAnswer): void {
    if (answer.code !== "gap") this.stuck = answer.code;
    this.underWay.delete(answer.id);
    this.events.changed();
    if (this.cancelWait) return;
    this.cancelWait = this.env.later(answer.wait ?? 500, () => {
      this.cancelWait = null;
      this.underWay.clear();
      this.pump();
    });
  }

  private pump(): void {
    if (!this.isOwner || !this.transmit || this.cancelWait) return;
    const waiting = [...this.entries.values()].filter((entry) => !this.underWay.has(entry.id));
    waiting.sort((one, other) => this.numberOf(one) - this.numberOf(other) || one.order - other.order);
    for (const entry of waiting) {
      if (this.underWay.size >= WINDOW || !this.transmit) break;
      const n = this.numbers.get(entry.id) ?? this.nextNumber++;
      this.numbers.set(entry.id, n);
      this.underWay.add(entry.id);
      this.transmit({ t: "cmd", id: entry.id, n, verb: entry.verb, args: entry.args });
    }
  }

  /** Numbered ones first, as they were; the rest in the order they were done. */
  private numberOf(entry: Entry): number {
    return this.numbers.get(entry.id) ?? Number.MAX_SAFE_INTEGER;
  }

  private async becomeOwner(): Promise<void> {
    await this.load();
    this.isOwner = true;
    this.pump();
  }

  private async load(): Promise<void> {
    const found = await this.disk.entries().catch(() => [] as Entry[]);
    const expired = found.filter((entry) => this.env.now() - entry.at > OLDEST_MS);
    for (const entry of found) {
      if (expired.includes(entry) || this.entries.has(entry.id)) continue;
      this.entries.set(entry.id, entry);
      this.events.found(entry);
    }
    for (const entry of expired) this.events.expired(entry);
    if (expired.length > 0) await this.disk.removeEntries(expired.map((entry) => entry.order)).catch(() => undefined);
    this.events.changed();
  }

  private hear(message: TabMessage): void {
    if (message.kind === "answered") {
      if (this.entries.has(message.entry.id)) this.settle(message.entry, message.answer);
    } else if (this.isOwner && !this.entries.has(message.entry.id)) {
      this.entries.set(message.entry.id, message.entry);
      this.pump();
    }
  }
}
