/** What the person has seen, here or on another device, as the rows of their own scope tell; and how more becomes seen. */
import { type Aspect, TABS } from "../../contracts/aspects";
import type { Sync } from "../../sync/sync";
import "./guesses";
import { marksStore } from "./marksStore";

export type SeenTab = "details" | "checklist" | "files";

/** The tab of a card on which an aspect is seen. */
export const tabOf = (aspect: Aspect): SeenTab | "chat" => (TABS.includes(aspect) ? (aspect as SeenTab) : "details");

export function isSeen(sync: Sync, boardId: string, subject: string, aspect: Aspect, at: number): boolean {
  const { store, person } = sync;
  const board = store.read("board_seen", `${person}.${boardId}`);
  const all = store.read("board_seen", `${person}.all`);
  if (at <= Math.max(board?.seen_at ?? 0, all?.seen_at ?? 0)) return true;
  const tab = tabOf(aspect);
  if (tab === "chat") return at <= (store.read("talk_seen", `${person}.${subject}`)?.seen_at ?? 0);
  if (subject === boardId) return at <= (board?.files_at ?? 0);
  return at <= (store.read("card_seen", `${person}.${subject}`)?.[`${tab}_at`] ?? 0);
}

/** Marks a tab of a card as seen, or all of the card, or a board's own attachments, where something is marked there. */
export function see(sync: Sync, subject: string, tab?: SeenTab): void {
  const marks = [...(marksStore.of(subject) ?? [])];
  const at = Math.max(0, ...marks.flatMap(([aspect, when]) => (isOn(aspect, tab) ? when : [])));
  if (at === 0) return;
  const isBoard = sync.store.read("boards", subject) !== undefined;
  if (isBoard) void sync.send("marks.see_board", { board_id: subject, at, tab: "files" }, { quiet: true });
  else void sync.send("marks.see_card", { card_id: subject, at, ...(tab ? { tab } : {}) }, { quiet: true });
}

const isOn = (aspect: Aspect, tab?: SeenTab): boolean => tabOf(aspect) === (tab ?? tabOf(aspect)) && aspect !== "chat";

/** Marks a card as read, its chat too. */
export function readCard(sync: Sync, cardId: string): void {
  const said = marksStore.of(cardId)?.get("chat");
  see(sync, cardId);
  if (said) void sync.send("chat.seen", { card_id: cardId, until: said }, { quiet: true });
}

/** Marks a board as read, with all that is marked on it and whatever else was changed up to now. */
export function readBoard(sync: Sync, boardId: string, newestAt = 0): void {
  const at = Math.max(Math.round(sync.serverNow()), newestAt);
  void sync.send("marks.see_board", { board_id: boardId, at }, { quiet: true });
}

export function readAll(sync: Sync): void {
  void sync.send("marks.see_all", { at: Math.round(sync.serverNow()) }, { quiet: true });
}
