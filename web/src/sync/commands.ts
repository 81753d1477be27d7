/**
 * Commands of this page, from the gesture to the answer: guessed, put in the outbox, kept on the undo stack, and when refused taken back
 * with a word to the person (S3, S7, S9, S13).
 */
import type { RefusalCode } from "../contracts/refusals";
import type { VerbName } from "../contracts/verbs";
import { uuid7 } from "../kits/idkit";
import { type Answer, type Refused, type RefusedListener, toAnswer } from "./answers";
import type { ConnectionStatus } from "./connection";
import type { Disk, Entry } from "./disk";
import { type Drafts, typedText } from "./drafts";
import type { Surroundings } from "./env";
import { Outbox } from "./outbox";
import type { Rebase } from "./rebase";
import type { Tabs } from "./tabs";
import type { Kind, UndoStack } from "./undoStack";
import type { WireAnswer } from "./wire";

export interface SendOptions {
  /** Nobody did it by hand: not undone, not counted as waiting, and refused without a word. */
  quiet?: boolean;
  /** Commands of the same group are undone as one step; see undoStack.ts. */
  group?: string;
}

export interface CommandParts {
  person: string | null;
  env: Surroundings;
  disk: Disk;
  tabs: Tabs;
  drafts: Drafts;
  rebase: Rebase;
  undoStack: UndoStack;
  connection: ConnectionStatus;
  clockOffset(): number;
  /** A command wrote a scope up to this number. */
  expect(scope: string, seq: number): void;
}

export class Commands {
  readonly outbox: Outbox;
  readonly refusedListeners = new Set<RefusedListener>();
  private readonly resolvers = new Map<string, (answer: Answer) => void>();

  constructor(private readonly parts: CommandParts) {
    this.outbox = new Outbox(parts.disk, parts.env, parts.tabs, this.outboxEvents());
  }

  run(verb: VerbName, args: unknown, kind: Kind, { quiet: isQuiet = false, group }: SendOptions = {}): Promise<Answer> {
    if (!this.parts.person) return Promise.resolve({ s: "refused", code: "not_allowed", args: {} });
    const id = uuid7(this.parts.env.now());
    if (!isQuiet) this.parts.undoStack.sent(id, verb, kind, group);
    this.parts.rebase.guess({ id, verb, args, at: this.parts.env.now() + this.parts.clockOffset() });
    const answered = new Promise<Answer>((resolve) => {
      this.resolvers.set(id, resolve);
    });
    void this.outbox.add({ id, verb, args, at: this.parts.env.now(), ...(isQuiet ? { isQuiet } : {}) });
    this.countPending();
    return answered;
  }

  private outboxEvents() {
    return {
      found: (entry: Entry) => this.parts.rebase.guess({ ...entry, at: entry.at + this.parts.clockOffset() }),
      answered: (entry: Entry, answer: WireAnswer) => this.answered(entry, answer),
      expired: (entry: Entry) => this.keepText(entry, "expired"),
      changed: () => this.countPending(),
    };
  }

  private answered(entry: Entry, answer: WireAnswer): void {
    if (answer.s === "done") {
      for (const [scope, seq] of answer.wrote ?? []) this.parts.expect(scope, seq);
      this.parts.rebase.done(entry.id, answer.wrote ?? []);
      if (!answer.wrote?.length) this.parts.undoStack.failed(entry.id);
    } else {
      this.keepText(entry, "refused");
      this.parts.rebase.refused(entry.id);
      this.parts.undoStack.failed(entry.id);
      const refused = toAnswer(answer) as Refused;
      if (!entry.isQuiet) for (const listener of this.refusedListeners) listener(entry.verb, entry.args, refused);
    }
    this.resolvers.get(entry.id)?.(toAnswer(answer));
    this.resolvers.delete(entry.id);
  }

  /** Typed text outlives a refusal (S9): `refused.VERB.SUBJECT`. */
  private keepText(entry: Entry, why: "refused" | "expired"): void {
    const text = typedText(entry.args);
    if (text === null) return;
    const { card_id, column_id, board_id } = entry.args as Record<string, string | undefined>;
    const key = `${why}.${entry.verb}.${card_id ?? column_id ?? board_id ?? entry.id}`;
    const kept = this.parts.drafts.get(key)?.split("\n") ?? [];
    // An earlier refused text of the same place stays, below the newest; the same answer may come twice (other tabs, repeats).
    if (!kept.includes(text)) this.parts.drafts.set(key, [text, ...kept].join("\n"));
  }

  private countPending(): void {
    // What keeps the connection away stays until it is back; what the outbox waits for comes and goes.
    const { stuck: before } = this.parts.connection.now;
    const away = before === "signed_out" || before === "too_many_sockets" ? before : undefined;
    const stuck = away ?? (this.outbox.stuck as RefusalCode | undefined);
    this.parts.connection.set({ pending: this.outbox.pending, stuck });
  }
}
