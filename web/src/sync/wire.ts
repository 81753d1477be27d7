/** The messages of docs/topics/wire.md. */
export const WIRE = 1;

export type Patch =
  | readonly ["+", string, readonly unknown[]]
  | readonly ["~", string, string, Readonly<Record<string, unknown>>]
  | readonly ["-", string, string];

/** [scope, epoch, seq, by, command id, at, patches] */
export type Change = readonly [string, string, number, string | null, string | null, number, readonly Patch[]];

export type Wrote = readonly (readonly [string, number])[];

export interface WireAnswer {
  t: "ans";
  id: string;
  n: number;
  s: "done" | "refused" | "conflict" | "later";
  wrote?: Wrote;
  code?: string;
  args?: Record<string, unknown>;
  wait?: number;
}

export type PersonFacts = readonly [id: string, name: string, photo: string];

export type ServerMessage =
  | { t: "welcome"; wire: number; person: string | null; time: number }
  | { t: "subbed"; scope: string; epoch: string; seq: number }
  | { t: "reset"; scope: string; code: string }
  | { t: "gone"; scope: string; code: string }
  | { t: "ch"; c: readonly Change[] }
  | WireAnswer
  | { t: "here"; scope: string; count: number; people: readonly (readonly [string, string | null, string | null])[] }
  | { t: "typing"; scope: string; person: string }
  | { t: "moved"; boards: readonly string[]; spread?: number }
  | { t: "people"; people: readonly PersonFacts[] }
  | { t: "wire"; wire: number }
  | { t: "bye"; code: string }
  | { t: "pong"; time: number }
  | { t: "error"; code: string };

export interface WireTable {
  fields: readonly string[];
  rows: readonly (readonly unknown[])[];
}

export interface Snapshot {
  scope: string;
  epoch: string;
  seq: number;
  wire: number;
  part: "head" | "all";
  tables: Readonly<Record<string, WireTable>>;
  counts?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  people?: readonly PersonFacts[];
}
