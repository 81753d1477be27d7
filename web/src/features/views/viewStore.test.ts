import { beforeEach, expect, test, vi } from "vitest";
import { act, forgetActs, readActs, settleUndone, takeBack, unknownTo } from "./acts";
import type { ViewAnswer, ViewCard } from "./viewData";
import { goneFrom, viewAt } from "./viewStore";

type Asked = { path: string; answer: (answer: ViewAnswer) => void; fail: (error: unknown) => void };
const asked: Asked[] = [];
vi.mock("../../kits/apikit", () => ({
  api: { get: (path: string) => new Promise((answer, fail) => asked.push({ path, answer, fail } as Asked)) },
}));
let person = "ana";
vi.mock("../people/session", () => ({ getSession: () => ({ state: "signed-in", person: { id: person } }) }));

const cards = (...ids: string[]) => ids.map((id) => ({ id, assignee_ids: [] }) as unknown as ViewCard);
const answer = (ids: string[], after: string | null = null, count = ids.length): ViewAnswer => ({
  buckets: [{ id: "today", count, hidden: 0, cards: cards(...ids), after }],
  boards: {},
  people: {},
  at: 1,
});
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));
const idsOf = (path: string) => viewAt(path).state.answer?.buckets[0]?.cards.map(({ id }) => id);
let path = "";
let round = 0;

beforeEach(() => {
  asked.length = 0;
  forgetActs();
  person = "ana";
  path = `/api/v1/views/due?round=${++round}`;
});

test("the last answer stays in memory, also when a later question fails", async () => {
  void viewAt(path).question.now();
  asked[0]?.answer(answer(["a"]));
  await turn();
  void viewAt(path).question.now();
  await turn();
  asked[1]?.fail({ status: 0, code: "offline" });
  await turn();
  expect(idsOf(path)).toEqual(["a"]);
  expect(viewAt(path).state.error).toMatchObject({ code: "offline" });
});

test("what an own view names in vain is told by the newest answer to it", async () => {
  const [own, mine] = [`/api/v1/views/own?filter=f${round}`, `/api/v1/views/own?mine=true&filter=f${round}`];
  for (const [at, tag] of ["Old", "New"].entries()) {
    void viewAt([mine, own][at] ?? "").question.now();
    asked[at]?.answer({ ...answer([]), at, gone: { people: [], tags: [tag] } });
  }
  await turn();
  expect(goneFrom({ id: `f${round}` }).tags).toEqual(["New"]);
  expect(goneFrom({ id: "another" }).tags).toEqual([]);
  expect(goneFrom(null).tags).toEqual([]);
});

test("what may not be seen any more goes", async () => {
  void viewAt(path).question.now();
  asked[0]?.answer(answer(["a"]));
  await turn();
  void viewAt(path).question.now();
  await turn();
  asked[1]?.fail({ status: 404, code: "not_found" });
  await turn();
  expect(viewAt(path).state.answer).toBeNull();
});

test("pages that were asked for stay unfolded, and a card that moved between two pages is there once", async () => {
  void viewAt(path).question.now();
  asked[0]?.answer(answer(["a", "b"], "2.b", 4));
  await turn();
  const [bucket] = viewAt(path).state.answer?.buckets ?? [];
  if (!bucket) throw new Error("no bucket");
  void viewAt(path).more(bucket);
  await turn();
  // Only the page is asked for, and later all of it again.
  expect(asked[1]?.path).toBe(`${path}&bucket=today&after=2.b`);
  asked[1]?.answer(answer(["b", "c", "d"]));
  await turn();
  expect(idsOf(path)).toEqual(["a", "b", "c", "d"]);
  void viewAt(path).question.now();
  await turn();
  expect(asked[2]?.path).toBe(path);
  asked[2]?.answer(answer(["a", "b"], "2.b", 4));
  await turn();
  expect(asked[3]?.path).toBe(`${path}&bucket=today&after=2.b`);
  asked[3]?.answer(answer(["b", "c", "d"]));
  await turn();
  expect(idsOf(path)).toEqual(["a", "b", "c", "d"]);
});

test("another person sees nothing of it", async () => {
  void viewAt(path).question.now();
  asked[0]?.answer(answer(["a"]));
  await turn();
  void viewAt(path).question.now();
  await turn();
  person = "ben";
  expect(viewAt(path).state.answer).toBeNull();
  asked[1]?.answer(answer(["secret"]));
  await turn();
  expect(viewAt(path).state.answer).toBeNull();
});

const [card] = cards("a") as [ViewCard];

test("an act is shown until an answer that was asked for after the server had done it", async () => {
  let done: (answer: { s: "done" }) => void = () => undefined;
  void viewAt(path).question.now();
  act(card, () => null, new Promise((resolve) => (done = resolve)));
  const before = viewAt(path).state.askedAt;
  expect(unknownTo(readActs(), before)).toHaveLength(1);
  asked[0]?.answer(answer(["a"]));
  done({ s: "done" });
  await turn();
  // Asked for before: it may not know.
  expect(unknownTo(readActs(), viewAt(path).state.askedAt)).toHaveLength(1);
  void viewAt(path).question.now();
  await turn();
  asked[1]?.answer(answer([]));
  await turn();
  expect(unknownTo(readActs(), viewAt(path).state.askedAt)).toHaveLength(0);
});

test("what is refused is taken back at once", async () => {
  act(card, () => null, Promise.resolve({ s: "refused", code: "not_allowed", args: {} }));
  expect(readActs()).toHaveLength(1);
  await turn();
  expect(readActs()).toHaveLength(0);
});

test("what is undone stays shown until the undo has gone through", async () => {
  takeBack(card);
  expect(unknownTo(readActs(), Number.MAX_SAFE_INTEGER)).toHaveLength(1);
  settleUndone();
  expect(unknownTo(readActs(), Number.MAX_SAFE_INTEGER)).toHaveLength(0);
});
