/** What the reader did on lists over many boards, as long as answers may not know it. Shared by all lists: what is done in one is done in all. */
import type { Answer } from "../../sync/sync";
import type { Act } from "./overlay";
import type { ViewCard } from "./viewData";

/** More than anybody does before an answer comes. */
const MOST = 500;
let acts: readonly Act[] = [];
let ticks = 0;
const listeners = new Set<() => void>();

function set(next: readonly Act[]): void {
  acts = next.slice(-MOST);
  for (const listener of listeners) listener();
}

/** The moment of a question or of an act's end, in their order. */
export const tick = (): number => ++ticks;

export const readActs = (): readonly Act[] => acts;

export function onActs(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The acts that an answer asked for at this moment may not know. */
export const unknownTo = (all: readonly Act[], askedAt: number): readonly Act[] =>
  all.filter(({ doneAt }) => doneAt === null || doneAt > askedAt);

/** Shows an act at once, until `answered`: refused it is taken back, done it stays until the lists know it. */
export function act(card: ViewCard, change: Act["change"], answered: Promise<Answer>): void {
  const mine: Act = { cardId: card.id, change, card, doneAt: null };
  set([...acts, mine]);
  void answered.then(({ s }) => settle(mine, s === "done"));
}

function settle(mine: Act, isDone: boolean): void {
  const done = { ...mine, doneAt: tick() };
  set(isDone ? acts.map((one) => (one === mine ? done : one)) : acts.filter((one) => one !== mine));
}

const undone = new Set<Act>();

/** The card is again what it was. Nobody tells when the undo is done; `settleUndone` says that nothing is on its way any more. */
export function takeBack(card: ViewCard): void {
  const mine: Act = { cardId: card.id, change: () => card, card, doneAt: null };
  undone.add(mine);
  set([...acts, mine]);
}

export function settleUndone(): void {
  for (const one of undone) settle(one, true);
  undone.clear();
}

/** At sign-out. */
export function forgetActs(): void {
  undone.clear();
  set([]);
}
