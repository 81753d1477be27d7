import { t } from "@lingui/core/macro";
import { useNavigate } from "@tanstack/react-router";
import type { KeyboardEvent } from "react";
import { announce } from "../../ui/announce";
import { copyLink } from "./copyLink";
import { canWrite, type ListTools, type RowMenuPlace } from "./listTools";
import type { ViewAnswer, ViewCard } from "./viewData";
import { bucketWord } from "./viewWords";

export const linksIn = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>("[data-row-link]")];

type Focused = { card: ViewCard; bucket: string; link: HTMLElement; list: HTMLElement };

/** The keyboard in a list: arrows walk, Space carries to another bucket, letters act on the row with the focus. */
export function useRowKeys(tools: ListTools, answer: ViewAnswer, drops: readonly string[]) {
  const navigate = useNavigate();
  return (event: KeyboardEvent<HTMLElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    const link = (event.target as HTMLElement).closest<HTMLElement>("[data-row-link]");
    const row = link?.closest<HTMLElement>("[data-row]");
    const cards = answer.buckets.find(({ id }) => id === row?.dataset.bucket)?.cards;
    const card = cards?.find(({ id }) => id === row?.dataset.row);
    if (!link || !row || !card) return;
    const focused = { card, bucket: row.dataset.bucket ?? "", link, list: event.currentTarget };
    const isCarried = tools.drag.state?.by === "keys";
    const isHandled = isCarried ? carry(tools, focused, drops, event.key) : act(tools, focused, drops, event.key);
    if (isHandled === "board") {
      const params = { boardId: card.board_id, cardId: card.id };
      void navigate({ to: "/b/$boardId/c/$cardId", params });
    }
    if (!isHandled) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

const MENUS: Readonly<Record<string, RowMenuPlace["kind"]>> = { d: "due", s: "status", p: "priority" };

function act(tools: ListTools, focused: Focused, drops: readonly string[], key: string): boolean | "board" {
  const { card, link } = focused;
  if (key.startsWith("Arrow") || key === "Home" || key === "End") return walk(focused, key);
  if (key === "g") return "board";
  if (key === "l") return done(() => void copyLink(card));
  if (!canWrite(tools.boards[card.board_id])) return key === " ";
  if (key === "Delete" || key === "Backspace") return done(() => tools.acts.remove(card));
  if (card.completed_at !== null) return key === " ";
  if (key === " ") return drops.length === 0 || done(() => pickUp(tools, focused));
  if (key === "c") return done(() => tools.acts.complete(card));
  if (key === "a") return done(() => tools.acts.toggleMe(card));
  const kind = MENUS[key];
  return kind !== undefined && done(() => tools.showMenu({ card, anchor: link, kind }));
}

function done(run: () => void): true {
  run();
  return true;
}

function walk({ link, list }: Focused, key: string): boolean {
  const links = linksIn(list);
  const at = links.indexOf(link);
  const next = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: links.length - 1 }[key];
  if (next !== undefined) links[next]?.focus();
  return next !== undefined;
}

function pickUp({ drag }: ListTools, { card, bucket }: Focused): void {
  const [title, place] = [card.title, bucketWord(bucket)];
  drag.set({ cardId: card.id, from: bucket, over: bucket, by: "keys" });
  announce(
    t`Picked up “${title}”, ${place}. Up and down choose another date, Space puts it there, Escape leaves it.`,
    "assertive",
  );
}

function carry(tools: ListTools, { card, bucket, list }: Focused, drops: readonly string[], key: string): boolean {
  const { drag, acts } = tools;
  const title = card.title;
  const over = drag.state?.over ?? bucket;
  if (key === "Escape" || key === "Tab") {
    drag.set(null);
    announce(t`“${title}” stays where it was.`, "assertive");
    return key === "Escape";
  }
  if (key === " " || key === "Enter") {
    drag.set(null);
    const place = bucketWord(over);
    if (over !== bucket) acts.putIn(card, over);
    follow(list, card.id);
    announce(t`“${title}” is now in ${place}.`, "assertive");
    return true;
  }
  if (key !== "ArrowUp" && key !== "ArrowDown") return false;
  // Where it came from is a stop too, also when nothing else can be put there.
  const stops = stopsOf(list).filter((one) => one === bucket || drops.includes(one));
  const next = stops[stops.indexOf(over) + (key === "ArrowDown" ? 1 : -1)];
  if (!next) return true;
  drag.aim(next);
  list.querySelector(`[data-drop="${next}"]`)?.scrollIntoView({ block: "nearest" });
  announce(bucketWord(next), "assertive");
  return true;
}

/** What one has put down is to be seen where it lies now. */
function follow(list: HTMLElement, cardId: string): void {
  const look = () => list.querySelector(`[data-row="${cardId}"]`)?.scrollIntoView({ block: "nearest" });
  requestAnimationFrame(() => requestAnimationFrame(look));
}

const stopsOf = (list: HTMLElement): string[] =>
  [...list.querySelectorAll<HTMLElement>("section[data-part]")].map((one) => one.dataset.part ?? "");
