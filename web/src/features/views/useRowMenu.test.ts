import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { useRowMenu } from "./useRowMenu";
import type { ViewCard } from "./viewData";

const card = (id: string, due_on: string | null = null) => ({ id, due_on }) as ViewCard;
const row = (top: number): HTMLElement => {
  const element = document.createElement("a");
  document.body.append(element);
  element.getBoundingClientRect = () => new DOMRect(0, element.isConnected ? top : 0, 9, 9);
  return element;
};
const open = () => {
  const anchor = row(300);
  const hook = renderHook(({ cards }) => useRowMenu(cards), {
    initialProps: { cards: [card("oak"), card("elm"), card("fig")] },
  });
  act(() => hook.result.current[1]({ card: card("elm"), anchor, kind: "acts" }));
  return { ...hook, anchor };
};

test("a menu stays at its place while its row goes elsewhere, and knows the card as it is now", () => {
  const { result, rerender, anchor } = open();
  anchor.remove();
  rerender({ cards: [card("oak"), card("elm", "2026-11-30"), card("fig")] });
  expect(result.current[0]?.card.due_on).toBe("2026-11-30");
  expect(result.current[0]?.at.top).toBe(300);
  // One of its entries opens another menu in its place.
  act(() => result.current[1]({ card: card("elm"), anchor, kind: "due" }));
  act(() => result.current[2]("acts"));
  expect(result.current[0]).toMatchObject({ kind: "due", at: { top: 300 } });
  act(() => result.current[1]({ card: card("fig"), anchor: row(500), kind: "acts" }));
  expect(result.current[0]?.at.top).toBe(500);
});

test("it closes when its card leaves the list, and does not come back with it", () => {
  const { result, rerender } = open();
  rerender({ cards: [card("oak")] });
  expect(result.current[0]).toBeNull();
  rerender({ cards: [card("oak"), card("elm")] });
  expect(result.current[0]).toBeNull();
});
