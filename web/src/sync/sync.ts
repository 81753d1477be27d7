/**
 * The page's sync engine, put together. Gestures go in by `send`: guessed on the screen, written to the outbox, sent. Changes come in by
 * the socket, are applied once a frame, and the guesses are made anew on top. Rules: docs/topics/sync-rules.md; wire: docs/topics/wire.md.
 */
import type { RefusalCode } from "../contracts/refusals";
import type { TableName } from "../contracts/rows";
import type { VerbName, Verbs } from "../contracts/verbs";
import { uuid7 } from "../kits/idkit";
import { type Answer, type Refused, type RefusedListener, toAnswer } from "./answers";
import { ConnectionStatus } from "./connection";
import { Directory } from "./directory";
import type { Disk, Entry } from "./disk";
import { type StoredDrafts, typedText } from "./drafts";
import type { Surroundings } from "./env";
import { Inbox } from "./inbox";
import { LocalCopy } from "./localcopy";
import { Outbox } from "./outbox";
import { Presence } from "./presence";
import { Rebase } from "./rebase";
import { Scopes } from "./scopes";
import { LiveSocket } from "./socket";
import { Store } from "./store";
import type { Tabs } from "./tabs";
import { UndoStack } from "./undoStack";
import type { Change, PersonFacts, ServerMessage, WireAnswer } from "./wire";

export type { Answer } from "./answers";

export interface LastChange {
  by: string;
  table: TableName;
  id: string;
  verb?: string;
}

export interface SyncOptions {
  /** Null for link readers, who read and never write. */
  person: string | null;
  link: string | null;
  env: Surroundings;
  disk: Disk;
  tabs: Tabs;
  drafts: StoredDrafts;
}

/** How long signing out waits for the last commands to be answered. */
const LAST_WAIT_MS = 3_000;

export class Sync {
  readonly store = new Store();
  readonly drafts: StoredDrafts;
  readonly scopes: Scopes;
  readonly directory: Directory;
  readonly presence: Presence;
  readonly undoStack: UndoStack;
  readonly connection: ConnectionStatus;
  lastChange: LastChange | null = null;
  private readonly rebase: Rebase;
  private readonly outbox: Outbox;
  private readonly socket: LiveSocket;
  private readonly copy: LocalCopy;
  private readonly inbox: Inbox;
  private readonly people = new Map<string, readonly PersonFacts[]>();
  private readonly resolvers = new Map<string, (answer: Answer) => void>();
  private readonly refusedListeners = new Set<RefusedListener>();

  constructor(private readonly options: SyncOptions) {
    const { env, disk, link, person } = options;
    const { watchers } = this.store;
    const send = (message: object) => this.socket.send(message);
    this.drafts = options.drafts;
    this.connection = new ConnectionStatus(watchers);
    this.presence = new Presence(watchers, send);
    this.undoStack = new UndoStack(() => watchers.tellOf("undo"));
    this.directory = new Directory(env, watchers, (ids) => this.askPeople(ids));
    this.scopes = new Scopes({
      env,
      store: this.store,
      disk,
      link,
      send,
      people: (scope, people) => this.learn(scope, people),
    });
    this.rebase = new Rebase(this.store, person ?? "", (scope) => this.scopes.reached(scope));
    this.copy = new LocalCopy(
      disk,
      env,
      this.store,
      (scope) => this.scopes.position(scope),
      (scope) => this.people.get(scope) ?? [],
    );
    this.scopes.rebase = this.rebase;
    this.scopes.copy = this.copy;
    this.inbox = new Inbox(env, (changes) => this.apply(changes));
    this.outbox = new Outbox(disk, env, options.tabs, this.outboxEvents());
    this.socket = new LiveSocket(
      env,
      `/live/socket${link ? `?link=${encodeURIComponent(link)}` : ""}`,
      this.liveEvents(),
    );
  }

  get person(): string | null {
    return this.options.person;
  }

  start(): void {
    this.socket.start();
    if (this.person) void this.outbox.start();
  }

  stop(): void {
    this.socket.stop();
    this.options.tabs.close();
  }

  /** Opens a scope until the answer is called. Opened twice it is loaded once. */
  open(scope: string): () => void {
    return this.scopes.open(scope);
  }

  send<V extends VerbName>(verb: V, args: Verbs[V], options: { quiet?: boolean } = {}): Promise<Answer> {
    return this.command(verb, args, "own", options.quiet);
  }

  undo(): void {
    const id = this.undoStack.takeUndo();
    if (id) void this.command("change.undo", { command_id: id }, "undo");
  }

  redo(): void {
    const id = this.undoStack.takeRedo();
    if (id) void this.command("change.redo", { command_id: id }, "redo");
  }

  here(board: string, card: string | null): void {
    if (this.person) this.presence.here(board, card);
  }

  serverNow(): number {
    return this.options.env.now() + this.socket.clockOffset;
  }

  onRefused(listener: RefusedListener): () => void {
    this.refusedListeners.add(listener);
    return () => this.refusedListeners.delete(listener);
  }

  /** Erases everything of this person from the device, unless something is unsent and `erase` does not insist (S8). */
  async signOut(options: { erase?: boolean } = {}): Promise<"clean" | "unsent"> {
    if (!options.erase && !(await this.isSent())) return "unsent";
    this.stop();
    await this.copy.settled();
    await this.options.disk.erase();
    this.drafts.erase();
    return "clean";
  }

  private async isSent(): Promise<boolean> {
    const step = LAST_WAIT_MS / 10;
    for (let waited = 0; !this.outbox.isEmpty && waited < LAST_WAIT_MS; waited += step) {
      if (this.connection.now.state !== "online") break;
      await new Promise<void>((resolve) => {
        this.options.env.later(step, resolve);
      });
    }
    return this.outbox.isEmpty;
  }

  private command(verb: VerbName, args: unknown, kind: "own" | "undo" | "redo", isQuiet = false): Promise<Answer> {
    if (!this.person) return Promise.resolve({ s: "refused", code: "not_allowed", args: {} });
    const id = uuid7(this.options.env.now());
    if (!isQuiet) this.undoStack.sent(id, verb, kind);
    this.rebase.guess({ id, verb, args, at: this.serverNow() });
    const answered = new Promise<Answer>((resolve) => {
      this.resolvers.set(id, resolve);
    });
    void this.outbox.add({ id, verb, args, at: this.options.env.now(), ...(isQuiet ? { isQuiet } : {}) });
    this.countPending();
    return answered;
  }

  private outboxEvents() {
    return {
      found: (entry: Entry) => this.rebase.guess({ ...entry, at: entry.at + this.socket.clockOffset }),
      answered: (entry: Entry, answer: WireAnswer) => this.answered(entry, answer),
      expired: (entry: Entry) => this.keepText(entry, "expired"),
      changed: () => this.countPending(),
    };
  }

  private answered(entry: Entry, answer: WireAnswer): void {
    if (answer.s === "done") {
      for (const [scope, seq] of answer.wrote ?? []) this.scopes.expect(scope, seq);
      this.rebase.done(entry.id, answer.wrote ?? []);
      if (!answer.wrote?.length) this.undoStack.failed(entry.id);
    } else {
      this.keepText(entry, "refused");
      this.rebase.refused(entry.id);
      this.undoStack.failed(entry.id);
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
    const kept = this.drafts.get(key)?.split("\n") ?? [];
    // An earlier refused text of the same place stays, below the newest; the same answer may come twice (other tabs, repeats).
    if (!kept.includes(text)) this.drafts.set(key, [text, ...kept].join("\n"));
  }

  private liveEvents() {
    return {
      nextNumber: () => this.outbox.next,
      welcomed: () => this.welcomed(),
      message: (message: ServerMessage) => this.hear(message),
      lost: () => {
        this.scopes.lost();
        this.outbox.disconnected();
        this.presence.clear();
      },
      state: (state: "online" | "connecting" | "offline") => this.connection.set({ state }),
      otherWire: () => void this.options.disk.dropCopies().then(() => this.options.env.reload()),
      signedOut: () => this.connection.set({ stuck: "signed_out" }),
    };
  }

  private welcomed(): void {
    this.scopes.live();
    if (this.person) this.outbox.connected((message) => this.socket.send(message));
    this.directory.retry();
  }

  private hear(message: ServerMessage): void {
    if (message.t === "ch") this.inbox.take(message.c);
    else if (message.t === "ans") this.outbox.answer(message);
    else if (message.t === "subbed") this.subbed(message);
    else if (message.t === "reset") this.scopes.reset(message.scope, message.code);
    else if (message.t === "gone") this.scopes.gone(message.scope, message.code);
    else if (message.t === "here") this.presence.heard(message);
    else if (message.t === "people") this.directory.learn(message.people);
  }

  private subbed(message: Extract<ServerMessage, { t: "subbed" }>): void {
    this.scopes.subbed(message);
    if (message.scope.startsWith("board:")) this.presence.say(message.scope.slice("board:".length));
  }

  private apply(changes: readonly Change[]): void {
    this.rebase.turn(() => {
      for (const change of changes) this.scopes.apply(change);
    });
    const foreign = changes.findLast(
      ([scope, , , by]) => by !== null && by !== this.person && this.scopes.reached(scope) !== null,
    );
    const patch = foreign?.[6][0];
    if (!foreign || !patch) return;
    const id = patch[0] === "+" ? String(patch[2][0]) : patch[2];
    this.lastChange = { by: foreign[3] as string, table: patch[1] as TableName, id };
    this.store.watchers.tellOf("last change");
  }

  private learn(scope: string, people: readonly PersonFacts[]): void {
    this.people.set(scope, people);
    this.directory.learn(people);
  }

  private askPeople(ids: string[]): boolean {
    const board = this.scopes.someBoard();
    if (!board || this.connection.now.state !== "online") return false;
    this.socket.send({ t: "people", board, ids });
    return true;
  }

  private countPending(): void {
    this.connection.set({ pending: this.outbox.pending, stuck: this.outbox.stuck as RefusalCode | undefined });
  }
}
