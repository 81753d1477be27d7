/**
 * The page's sync engine, put together. Gestures go in by `send`: guessed on the screen, written to the outbox, sent. Changes come in by
 * the socket, are applied once a frame, and the guesses are made anew on top. Rules: docs/topics/sync-rules.md; wire: docs/topics/wire.md.
 */
import type { Rows, TableName } from "../contracts/rows";
import type { VerbName, Verbs } from "../contracts/verbs";
import type { Answer, RefusedListener } from "./answers";
import { Commands, type SendOptions } from "./commands";
import { ConnectionStatus } from "./connection";
import { Directory } from "./directory";
import type { Disk } from "./disk";
import type { StoredDrafts } from "./drafts";
import type { Surroundings } from "./env";
import { tellChanges } from "./heard";
import { Inbox } from "./inbox";
import { type LastChange, LastChanges } from "./lastChange";
import { LocalCopy } from "./localcopy";
import { connectMoved, hearMoved } from "./moved";
import { Presence } from "./presence";
import { Rebase } from "./rebase";
import { Scopes } from "./scopes";
import { LiveSocket } from "./socket";
import { Store } from "./store";
import type { Tabs } from "./tabs";
import { Typing } from "./typing";
import { type Kind, type Step, UndoStack } from "./undoStack";
import type { Change, PersonFacts, ServerMessage } from "./wire";

export type { Answer } from "./answers";

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
  readonly writing: Typing;
  readonly undoStack: UndoStack;
  readonly connection: ConnectionStatus;
  private readonly lastChanges = new LastChanges();
  private readonly rebase: Rebase;
  private readonly commands: Commands;
  private readonly socket: LiveSocket;
  private readonly copy: LocalCopy;
  private readonly inbox: Inbox;
  private readonly people = new Map<string, readonly PersonFacts[]>();

  constructor(private readonly options: SyncOptions) {
    const { env, disk, link, person } = options;
    const { watchers } = this.store;
    const send = (message: object) => this.socket.send(message);
    this.drafts = options.drafts;
    this.connection = new ConnectionStatus(watchers);
    this.presence = new Presence(env, watchers, send, person);
    this.writing = new Typing(env, watchers, send);
    this.undoStack = new UndoStack(() => watchers.tellOf("undo"));
    this.directory = new Directory(env, watchers, (ids) => this.askPeople(ids));
    this.scopes = new Scopes({
      env,
      store: this.store,
      disk,
      link,
      send,
      people: (scope, people) => this.learn(scope, people),
      left: (scope) => this.presence.left(scope),
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
    const { rebase, undoStack, connection } = this;
    const parts = { person, env, disk, tabs: options.tabs, drafts: options.drafts, rebase, undoStack, connection };
    this.commands = new Commands({
      ...parts,
      clockOffset: () => this.socket.clockOffset,
      expect: (scope, seq) => this.scopes.expect(scope, seq),
    });
    this.socket = new LiveSocket(
      env,
      `/live/socket${link ? `?link=${encodeURIComponent(link)}` : ""}`,
      this.liveEvents(),
    );
  }

  get lastChange(): LastChange | null {
    return this.lastChanges.newest;
  }

  lastChangeIn(scope: string): LastChange | null {
    return this.lastChanges.in(scope);
  }

  get person(): string | null {
    return this.options.person;
  }

  /** The secret of the board's link that the page was opened with: what is fetched past the engine carries it too. */
  get link(): string | null {
    return this.options.link;
  }

  start(): void {
    this.socket.start();
    if (this.person) void this.commands.outbox.start();
  }

  stop(): void {
    this.socket.stop();
    this.options.tabs.close();
  }

  /** Opens a scope until the answer is called. Opened twice it is loaded once. */
  open(scope: string): () => void {
    return this.scopes.open(scope);
  }

  send<V extends VerbName>(verb: V, args: Verbs[V], options: SendOptions = {}): Promise<Answer> {
    return this.commands.run(verb, args, "own", options);
  }

  /** Takes back the newest step, or the one of a group: what a toast's own *Undo* is about may not be the newest any more. */
  undo(group?: string): void {
    this.takeBack("change.undo", "undo", this.undoStack.takeUndo(group));
  }

  redo(): void {
    this.takeBack("change.redo", "redo", this.undoStack.takeRedo());
  }

  here(board: string, card: string | null): void {
    if (this.person) this.presence.here(board, card);
  }

  /** The column of a board that the person looks at. */
  look(board: string, column: string | null): void {
    if (this.person) this.presence.look(board, column);
  }

  /** The person is writing in a scope; said to the others there, a few times a minute. */
  typing(scope: string): void {
    if (this.person) this.writing.say(scope);
  }

  /** Adds earlier rows to an open scope; how many there were of each table, or null when none can be had now. */
  addPage(scope: string, path: string): Promise<Record<string, number> | null> {
    return this.scopes.addPage(scope, path);
  }

  /** Rows of a table on every board this device keeps, for finding things without a connection. */
  async keptRows<T extends TableName>(table: T): Promise<Rows[T][]> {
    const { keptRows } = await import("./keptRows");
    return keptRows(table, this.options.disk, this.store, (scope) => this.scopes.position(scope) !== null);
  }

  serverNow(): number {
    return this.options.env.now() + this.socket.clockOffset;
  }

  onRefused(listener: RefusedListener): () => void {
    this.commands.refusedListeners.add(listener);
    return () => this.commands.refusedListeners.delete(listener);
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

  /** Newest first, so that each command finds the rows as it left them. */
  private takeBack(verb: "change.undo" | "change.redo", kind: Kind, step: Step | undefined): void {
    for (const id of step?.ids.toReversed() ?? []) {
      void this.commands.run(verb, { command_id: id }, kind, { group: step?.group });
    }
  }

  private async isSent(): Promise<boolean> {
    const step = LAST_WAIT_MS / 10;
    for (let waited = 0; !this.commands.outbox.isEmpty && waited < LAST_WAIT_MS; waited += step) {
      if (this.connection.now.state !== "online") break;
      await new Promise<void>((resolve) => {
        this.options.env.later(step, resolve);
      });
    }
    return this.commands.outbox.isEmpty;
  }

  private liveEvents() {
    return {
      nextNumber: () => this.commands.outbox.next,
      welcomed: () => this.welcomed(),
      message: (message: ServerMessage) => this.hear(message),
      lost: () => {
        this.scopes.lost();
        this.commands.outbox.disconnected();
        this.presence.clear();
      },
      state: (state: "online" | "connecting" | "offline") => this.connection.set({ state }),
      otherWire: () => void this.options.disk.dropCopies().then(() => this.options.env.reload()),
      signedOut: () => this.connection.set({ stuck: "signed_out" }),
      crowded: () => this.connection.set({ stuck: "too_many_sockets" }),
    };
  }

  private welcomed(): void {
    this.connection.set({ stuck: undefined });
    this.scopes.live();
    const send = (message: object) => this.socket.send(message);
    if (this.person) this.commands.outbox.connected(send);
    if (this.person) connectMoved(send);
    this.directory.retry();
  }

  private hear(message: ServerMessage): void {
    if (message.t === "ch") this.inbox.take(message.c);
    else if (message.t === "ans") this.commands.outbox.answer(message);
    else if (message.t === "subbed") this.subbed(message);
    else if (message.t === "reset") this.scopes.reset(message.scope, message.code);
    else if (message.t === "gone") this.scopes.gone(message.scope, message.code);
    else if (message.t === "here") this.presence.heard(message);
    else if (message.t === "typing") this.writing.heard(message.scope, message.person);
    else if (message.t === "moved") hearMoved(message.boards, message.spread);
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
    for (const [scope, , , by] of changes) if (by) this.writing.stopped(scope, by);
    if (this.lastChanges.note(changes, this.person, (scope) => this.scopes.reached(scope) !== null)) {
      this.store.watchers.tellOf("last change");
    }
    tellChanges(changes);
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
}
