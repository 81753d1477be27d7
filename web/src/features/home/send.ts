import type { VerbName, Verbs } from "../../contracts/verbs";
import { ApiError, api } from "../../kits/apikit";
import { uuid7 } from "../../kits/idkit";

type Answer =
  | { s: "done"; wrote: [string, number][] }
  | { s: "refused" | "conflict"; code: string; args: Record<string, unknown> }
  | { s: "later"; code: string; wait: number };

/**
 * One command from a page that holds no board open. It waits for the answer and throws the refusal; boards send through the outbox
 * instead. The one place to change when home gets a local copy.
 */
export async function send<V extends VerbName>(verb: V, args: Verbs[V]): Promise<void> {
  const command = { id: uuid7(), n: 0, verb, args };
  const answer = await api.post<Answer>("/live/command", command);
  if (answer.s === "done") return;
  if (answer.s === "later") throw new ApiError(503, answer.code);
  throw new ApiError(409, answer.code, answer, answer.args);
}
