import type { MarksAnswer } from "./boardMarks";

/** Boards whose marks stay on the device, those used last; of each no more than so many cards. */
const MOST_BOARDS = 20;
const MOST_SUBJECTS = 500;

type Kept = Record<string, MarksAnswer>;

const keyOf = (person: string) => `tafla.marks.${person}`;

function all(person: string): Kept {
  try {
    return JSON.parse(localStorage.getItem(keyOf(person)) ?? "{}") as Kept;
  } catch {
    return {};
  }
}

/** What the server last told of a board, so that it is marked also without a connection. */
export function recallMarks(person: string, boardId: string): MarksAnswer | undefined {
  return all(person)[boardId];
}

/** `null`: whoever may not read a board has nothing of it here. */
export function keepMarks(person: string, boardId: string, answer: MarksAnswer | null): void {
  const { [boardId]: before, ...others } = all(person);
  if (!answer && !before) return;
  const newest = Object.entries(answer?.marks ?? {}).slice(0, MOST_SUBJECTS);
  const kept = answer ? { ...answer, marks: Object.fromEntries(newest) } : null;
  const boards = Object.entries({ ...others, ...(kept ? { [boardId]: kept } : {}) }).slice(-MOST_BOARDS);
  try {
    localStorage.setItem(keyOf(person), JSON.stringify(Object.fromEntries(boards)));
  } catch {
    // Without room, marks need the network next time.
  }
}

/** At sign-out: nothing of the person stays on the device. */
export function forgetMarks(person: string): void {
  try {
    localStorage.removeItem(keyOf(person));
  } catch {
    // Storage is forbidden, so nothing was kept.
  }
}
