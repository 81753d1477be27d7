/** What several chat guesses share; the server's rules stand in `tafla/chat/rules.py`. */
import type { MessageRow, TalkRow } from "../../../contracts/rows";
import { mentionedIds } from "../../../kits/mentionkit";
import type { GuessContext, GuessTx } from "../../../sync/guesses";
import { mustBeOpen } from "../place";

const MOST = 10_000;
const INVISIBLE = /[\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to drop
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g;

/** A message as the server stores it, or the end of the guess: empty and too long ones are refused. */
export function mustBeText(tx: GuessTx, text: string): string {
  const clean = text.replace(/\r\n?/g, "\n").replace(INVISIBLE, "").replace(CONTROL, "").trim();
  if (!clean || (clean.length > MOST && [...clean].length > MOST)) tx.give_up();
  return clean;
}

/** Whom a text mentions, of the people of the board who may read its chat. */
export function mentioned(tx: GuessTx, text: string, boardId: string): Pick<MessageRow, "mention_ids" | "everyone"> {
  const ids = mentionedIds(text);
  const mayRead = tx.row("board_privacy", boardId)?.visitors_chat
    ? ["admin", "member", "visitor"]
    : ["admin", "member"];
  const team = tx.all("members").filter((row) => row.board_id === boardId && mayRead.includes(row.role));
  const there = new Set(team.map((row) => row.person_id));
  return { mention_ids: ids.filter((id) => there.has(id)).sort(), everyone: ids.includes("all") };
}

/** A message that stands, and its talk, where it may be changed. */
export function mustBeMessage(tx: GuessTx, id: string): { message: MessageRow; talk: TalkRow } {
  const message = tx.must("messages", id);
  const talk = tx.must("talks", message.subject_id);
  mustBeOpen(tx, talk.card_id);
  if (message.deleted_at !== null) tx.give_up();
  return { message, talk };
}

/** Whether the acting person manages a board, as far as this client can see. */
export function isManager(tx: GuessTx, ctx: GuessContext, boardId: string): boolean {
  const accountId = tx.row("board_privacy", boardId)?.account_id ?? "";
  return (
    tx.row("accounts", accountId)?.owner_id === ctx.person ||
    tx.row("account_admins", `${accountId}.${ctx.person}`) !== undefined ||
    tx.row("members", `${boardId}.${ctx.person}`)?.role === "admin"
  );
}
