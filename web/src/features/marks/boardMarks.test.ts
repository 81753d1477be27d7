import { describe, expect, it } from "vitest";
import type { Aspect } from "../../contracts/aspects";
import { BoardMarks } from "./boardMarks";
import { MarksStore } from "./marksStore";

function made(seen: (subject: string, aspect: Aspect, at: number) => boolean = () => false) {
  const store = new MarksStore();
  const marks = new BoardMarks((subject, aspect, at) => seen(subject, aspect, at), store);
  const take = (told: Record<string, Partial<Record<Aspect, number>>>, more: object = {}) =>
    marks.take({ marks: told, floor: 1, is_behind: false, ...more }, marks.begin());
  const of = (subject: string) => Object.fromEntries(store.of(subject) ?? []);
  return { store, marks, take, of };
}

describe("marks of a board", () => {
  it("shows what the server tells, and nothing of what it tells no more", () => {
    const { take, of } = made();
    take({ ink: { title: 5 }, oak: { due: 6 } });
    expect([of("ink"), of("oak")]).toEqual([{ title: 5 }, { due: 6 }]);
    take({ oak: { due: 6, chat: 7 } });
    expect([of("ink"), of("oak")]).toEqual([{}, { due: 6, chat: 7 }]);
  });

  it("keeps what was heard until the server has counted it", () => {
    const { marks, take, of } = made();
    take({});
    marks.hear([{ subject: "ink", aspect: "title", at: 5 }]);
    take({}, { is_behind: true });
    expect(of("ink")).toEqual({ title: 5 });
    take({});
    expect(of("ink")).toEqual({});
  });

  it("keeps what is heard while the answer is on its way", () => {
    const { marks, of } = made();
    marks.take({ marks: {}, floor: 1, is_behind: false }, marks.begin());
    const round = marks.begin();
    marks.hear([{ subject: "ink", aspect: "title", at: 5 }]);
    marks.take({ marks: {}, floor: 1, is_behind: false }, round);
    expect(of("ink")).toEqual({ title: 5 });
  });

  it("marks nothing that was seen, nor what lies below the floor", () => {
    const { marks, take, of } = made((_, aspect, at) => aspect === "due" && at <= 8);
    take({ ink: { title: 5, due: 8 } }, { floor: 4 });
    marks.hear([
      { subject: "oak", aspect: "title", at: 4 },
      { subject: "oak", aspect: "due", at: 9 },
    ]);
    expect([of("ink"), of("oak")]).toEqual([{ title: 5 }, { due: 9 }]);
  });

  it("takes away what becomes seen, and tells only who listens to it", () => {
    let seenAt = 0;
    const { store, marks, take, of } = made((subject, _, at) => subject === "ink" && at <= seenAt);
    take({ ink: { title: 5 }, oak: { title: 5 } });
    const told: string[] = [];
    for (const subject of ["ink", "oak"]) store.watch(subject, () => told.push(subject));
    seenAt = 5;
    marks.look();
    expect([of("ink"), of("oak"), told]).toEqual([{}, { title: 5 }, ["ink"]]);
    marks.hear([{ subject: "ink", aspect: "title", at: 6 }]);
    expect(of("ink")).toEqual({ title: 6 });
  });

  it("has no marks for whoever has no floor", () => {
    const { marks, take, of } = made();
    take({}, { floor: null });
    marks.hear([{ subject: "ink", aspect: "title", at: 5 }]);
    expect(of("ink")).toEqual({});
  });

  it("tells nobody where nothing is different", () => {
    const { store, take } = made();
    take({ ink: { title: 5 } });
    const { version } = store;
    take({ ink: { title: 5 } });
    expect(store.version).toBe(version);
  });

  it("looks at the cards that change, and not at ten thousand others", () => {
    let looks = 0;
    const { marks, take } = made(() => {
      looks += 1;
      return false;
    });
    take(Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`card ${at}`, { title: 5 }])));
    looks = 0;
    for (let at = 0; at < 100; at += 1) marks.hear([{ subject: `card ${at}`, aspect: "due", at: 6 }]);
    expect(looks).toBe(200);
  });
});
