import type { RefusalCode } from "../contracts/refusals";
import type { WireAnswer } from "./wire";

export type Answer =
  | { s: "done" }
  | { s: "refused"; code: RefusalCode; args: Record<string, unknown> }
  | { s: "conflict"; code: RefusalCode; args: { mine: string; theirs: string; version: number } };

export type Refused = Exclude<Answer, { s: "done" }>;

export type RefusedListener = (verb: string, args: unknown, answer: Refused) => void;

export function toAnswer(answer: WireAnswer): Answer {
  if (answer.s === "done") return { s: "done" };
  return { s: answer.s, code: answer.code, args: answer.args ?? {} } as Refused;
}
