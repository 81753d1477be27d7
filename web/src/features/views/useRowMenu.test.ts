import { act, renderHook } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { useRowMenu } from "./useRowMenu";
import type { ViewCard } from "./viewData";

const card = (id: string, due_on: string | null = null) => ({ id, due_on }) as ViewCard;
const row = (id: string) => `<li data-row="${id}"><a data-row-link href="/">${id}</a></li>`;
const list = document.createElement("div");
document.body.append(list);
const draw = (...buckets: string[][]) => {
  list.innerHTML = buckets.map((ids) => `<ul>${ids.map(row).join("")}</ul>`).join("");
};
const link = (id: string) => list.querySelector<HTMLElement>(`[data-row="${id}"] a`) as HTMLElement;
const open = () => {
  draw(["oak"], ["elm", "fig"]);
  const hook = renderHook(({ cards }) => useRowMenu({ current: list }, cards), {
    initialProps: { cards: [card("oak"), card("elm"), card("fig")] },
  });
  act(() => hook.result.current[1]({ card: card("elm"), anchor: link("elm"), kind: "due" }));
  return hook;
};

afterEach(() => draw());

test("a menu goes with its row to another bucket, and knows the card as it is now", () => {
  const { result, rerender } = open();
  expect(result.current[0]?.anchor).toBe(link("elm"));
  draw(["oak", "elm"], ["fig"]);
  rerender({ cards: [card("oak"), card("elm", "2026-11-30"), card("fig")] });
  expect(result.current[0]?.anchor).toBe(link("elm"));
  expect(result.current[0]?.card.due_on).toBe("2026-11-30");
});

test("it closes when its row leaves the list, or is folded away", () => {
  const gone = open();
  draw(["oak"], ["fig"]);
  gone.rerender({ cards: [card("oak"), card("fig")] });
  expect(gone.result.current[0]).toBeNull();
  const folded = open();
  draw([], ["oak", "fig"]);
  folded.rerender({ cards: [card("oak"), card("elm"), card("fig")] });
  expect(folded.result.current[0]).toBeNull();
});
