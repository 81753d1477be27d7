/**
 * A server that keeps the protocol of docs/topics/wire.md in memory: scopes with epoch, sequence and log; commands once by id; numbers of
 * a connection. What its verbs do is what the client's guesses do, run on the server's own rows, so the tests are about the protocol.
 */

import { TABLES, type TableName } from "../../src/contracts/rows";
import { runGuess } from "../../src/sync/guesses";
import { Store } from "../../src/sync/store";
import { type AnyRow, fieldsOf, groupField, isSameValue, tablesOf, toValues } from "../../src/sync/tables";
import type { Change, Patch, Snapshot, WireAnswer } from "../../src/sync/wire";

interface Scope {
  epoch: string;
  seq: number;
  log: Change[];
  cut: number;
}

export interface Peer {
  person: string | null;
  tell(message: object): void;
  close(): void;
}

interface Connection {
  peer: Peer;
  scopes: Set<string>;
  expected: number;
}

export class FakeServer {
  readonly scopes = new Map<string, Scope>();
  readonly store = new Store();
  readonly answers = new Map<string, Omit<WireAnswer, "n">>();
  /** Refuses a command by verb or arguments; tests set it. */
  refuse: (verb: string, args: unknown) => string | null = () => null;
  /** Answers later; tests set it. */
  delay: (verb: string) => { code: string; wait: number } | null = () => null;
  readonly closedTo = new Set<string>();
  /** How often each command ran. */
  readonly runs = new Map<string, number>();
  /** Arguments of everything that was done, as JSON. */
  readonly done: string[] = [];
  private readonly connections = new Map<Peer, Connection>();

  constructor(private readonly now: () => number) {}

  seed(table: TableName, row: AnyRow): void {
    this.store.change(() => this.store.table(table).set(row.id, row));
    this.scope(scopeOf(table, row));
  }

  scope(name: string): Scope {
    let scope = this.scopes.get(name);
    if (!scope) {
      scope = { epoch: "e1", seq: 0, log: [], cut: 0 };
      this.scopes.set(name, scope);
    }
    return scope;
  }

  snapshot(name: string, part: "head" | "all"): Snapshot | null {
    if (this.closedTo.has(name)) return null;
    const { epoch, seq } = this.scope(name);
    const tables: Record<string, { fields: readonly string[]; rows: unknown[][] }> = {};
    const counts: Record<string, Record<string, number>> = {};
    for (const table of tablesOf(name)) {
      const rows = this.rowsOf(name, table);
      const group = table === "cards" ? groupField(table) : null;
      if (group) counts[table] = countBy(rows, group);
      tables[table] = {
        fields: fieldsOf(table),
        rows: (part === "head" && group ? firstOf(rows, group) : rows).map((row) => toValues(table, row)),
      };
    }
    return { scope: name, epoch, seq, wire: 1, part, tables, counts };
  }

  /** Of a long scope the newest rows, or those before a time, and what hangs on them. */
  private rowsOf(name: string, table: string, before = Number.POSITIVE_INFINITY, limit?: number): readonly AnyRow[] {
    const { window, beside } = TABLES[table as TableName];
    const rows = this.store.all(table).filter((row) => scopeOf(table, row) === name);
    if (beside) {
      const shown = new Set<unknown>(this.rowsOf(name, beside.table, before, limit).map((row) => row.id));
      return rows.filter((row) => shown.has(row[beside.field]));
    }
    if (!window) return rows;
    const at = (row: AnyRow) => Number(row[window.by]);
    const newest = rows.filter((row) => at(row) < before).sort((one, other) => at(other) - at(one));
    return newest.slice(0, limit ?? window.size);
  }

  /** What `GET /api/v1/talks/ID/messages` answers. */
  page(subject: string, before: number, limit: number): Record<string, unknown> {
    const name = `chat:${subject}`;
    const { epoch, seq } = this.scope(name);
    const [messages, reactions] = ["messages", "reactions"].map((table) => this.rowsOf(name, table, before, limit));
    return { epoch, seq, messages, reactions };
  }

  /** Loses the log up to now, as after long absence. */
  cutLog(name: string): void {
    const scope = this.scope(name);
    scope.cut = scope.seq;
    scope.log = [];
  }

  connect(peer: Peer): void {
    this.connections.set(peer, { peer, scopes: new Set(), expected: 1 });
  }

  leave(peer: Peer): void {
    this.connections.delete(peer);
  }

  closeAll(): void {
    for (const peer of [...this.connections.keys()]) peer.close();
  }

  revoke(name: string): void {
    this.closedTo.add(name);
    for (const { peer, scopes } of this.connections.values())
      if (scopes.delete(name)) peer.tell({ t: "gone", scope: name, code: "lost_access" });
  }

  tellAll(message: object): void {
    for (const peer of this.connections.keys()) peer.tell(message);
  }

  hear(peer: Peer, message: Record<string, unknown>): void {
    const connection = this.connections.get(peer);
    if (!connection) return;
    if (message.t === "hello") {
      connection.expected = message.next as number;
      peer.tell({ t: "welcome", wire: 1, person: peer.person, time: this.now() });
    } else if (message.t === "sub")
      this.subscribe(connection, message.scope as string, message.epoch as string, message.seq as number);
    else if (message.t === "unsub") connection.scopes.delete(message.scope as string);
    else if (message.t === "cmd") this.command(connection, message as unknown as Sent);
    else if (message.t === "typing") {
      for (const other of this.connections.values()) {
        if (other !== connection && other.scopes.has(message.scope as string))
          other.peer.tell({ t: "typing", scope: message.scope, person: peer.person });
      }
    } else if (message.t === "ping") peer.tell({ t: "pong", time: this.now() });
    else if (message.t === "here")
      peer.tell({ t: "here", scope: message.scope, count: 1, people: [[peer.person, message.card]] });
  }

  /** Runs a command as if by somebody else. */
  act(person: string, id: string, verb: string, args: unknown): Omit<WireAnswer, "n"> {
    const known = this.answers.get(id);
    if (known) return known;
    const code = this.refuse(verb, args);
    const answer: Omit<WireAnswer, "n"> = code
      ? { t: "ans", id, s: "refused", code, args: {} }
      : { t: "ans", id, s: "done", wrote: this.run(person, id, verb, args) };
    this.answers.set(id, answer);
    return answer;
  }

  private subscribe(connection: Connection, name: string, epoch: string, seq: number): void {
    const { peer, scopes } = connection;
    const scope = this.scope(name);
    if (this.closedTo.has(name)) peer.tell({ t: "gone", scope: name, code: "not_found" });
    else if (epoch !== scope.epoch) peer.tell({ t: "reset", scope: name, code: "epoch" });
    else if (seq > scope.seq) peer.tell({ t: "reset", scope: name, code: "ahead" });
    else if (seq < scope.cut) peer.tell({ t: "reset", scope: name, code: "cut" });
    else {
      scopes.add(name);
      const missed = scope.log.filter((change) => change[2] > seq);
      if (missed.length > 0) peer.tell({ t: "ch", c: missed });
      peer.tell({ t: "subbed", scope: name, epoch, seq: scope.seq });
    }
  }

  private command(connection: Connection, sent: Sent): void {
    const { peer } = connection;
    const later =
      sent.n > connection.expected
        ? { code: "gap", wait: 200 }
        : this.answers.has(sent.id)
          ? null
          : this.delay(sent.verb);
    if (later) {
      peer.tell({ t: "ans", id: sent.id, n: sent.n, s: "later", ...later });
      return;
    }
    connection.expected = Math.max(connection.expected, sent.n + 1);
    peer.tell({ ...this.act(peer.person ?? "", sent.id, sent.verb, sent.args), n: sent.n });
  }

  private run(person: string, id: string, verb: string, args: unknown): [string, number][] {
    this.done.push(JSON.stringify(args));
    this.runs.set(id, (this.runs.get(id) ?? 0) + 1);
    const before = new Map<string, Map<string, AnyRow>>();
    for (const table of Object.keys(TABLES)) before.set(table, new Map(this.store.table(table).rows));
    let touched: readonly (readonly [string, string])[] = [];
    this.store.change(() => {
      touched = runGuess(this.store, verb, args, { person, now: this.now(), commandId: id });
    });
    const patches = new Map<string, Patch[]>();
    for (const key of new Set(touched.map((pair) => pair.join(" ")))) {
      const [table, rowId] = key.split(" ") as [string, string];
      collect(patches, table, rowId, before.get(table)?.get(rowId), this.store.rowOf(table, rowId));
    }
    return [...patches].map(([name, list]) => this.publish(name, person, id, list));
  }

  private publish(name: string, person: string, id: string, patches: Patch[]): [string, number] {
    const scope = this.scope(name);
    scope.seq += 1;
    const change: Change = [name, scope.epoch, scope.seq, person, id, this.now(), patches];
    scope.log.push(change);
    for (const { peer, scopes } of this.connections.values()) if (scopes.has(name)) peer.tell({ t: "ch", c: [change] });
    return [name, scope.seq];
  }
}

interface Sent {
  id: string;
  n: number;
  verb: string;
  args: unknown;
}

const HOMES: Record<string, string> = { person: "person_id", card: "card_id", chat: "subject_id" };

function scopeOf(table: string, row: AnyRow): string {
  const { scope } = TABLES[table as TableName];
  const home =
    table === "boards" || table === "card_texts" || table === "board_privacy"
      ? row.id
      : (row[HOMES[scope] ?? "board_id"] as string);
  return `${scope}:${home}`;
}

function collect(
  patches: Map<string, Patch[]>,
  table: string,
  id: string,
  old: AnyRow | undefined,
  row: AnyRow | undefined,
): void {
  const add = (scope: string, patch: Patch) => patches.set(scope, [...(patches.get(scope) ?? []), patch]);
  const [from, to] = [old && scopeOf(table, old), row && scopeOf(table, row)];
  if (from && from !== to) add(from, ["-", table, id]);
  if (!row || !to) return;
  if (from !== to || !old) {
    add(to, ["+", table, toValues(table, row)]);
    return;
  }
  const fields = Object.fromEntries(Object.entries(row).filter(([name, value]) => !isSameValue(value, old[name])));
  if (Object.keys(fields).length > 0) add(to, ["~", table, id, fields]);
}

function countBy(rows: readonly AnyRow[], group: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[row[group] as string] = (counts[row[group] as string] ?? 0) + 1;
  return counts;
}

function firstOf(rows: readonly AnyRow[], group: string): AnyRow[] {
  const counts: Record<string, number> = {};
  const ranked = [...rows].sort((one, other) => ((one.rank as string) < (other.rank as string) ? -1 : 1));
  return ranked.filter((row) => {
    const key = row[group] as string;
    counts[key] = (counts[key] ?? 0) + 1;
    return counts[key] <= 30;
  });
}
