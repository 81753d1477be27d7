import type { BoardSeenRow, CardSeenRow } from "../../contracts/rows";
import { type GuessContext, type GuessTx, registerGuess } from "../../sync/guesses";

const TABS = ["details", "checklist", "files"] as const;
/** What is further ahead cannot have been seen. */
const AHEAD_MS = 86_400_000;

registerGuess("marks.see_card", (tx, args, ctx) => {
  const id = `${ctx.person}.${args.card_id}`;
  const fresh = { id, person_id: ctx.person, card_id: args.card_id, details_at: 0, checklist_at: 0, files_at: 0 };
  const row: CardSeenRow = tx.row("card_seen", id) ?? { ...fresh, at: ctx.now };
  const at = seenAt(args.at, ctx);
  const later = TABS.filter((tab) => (args.tab ?? tab) === tab && at > row[`${tab}_at`]);
  const seen = Object.fromEntries(later.map((tab) => [`${tab}_at`, at]));
  if (later.length > 0) tx.put("card_seen", { ...row, ...seen, at: ctx.now });
});

registerGuess("marks.see_board", (tx, args, ctx) =>
  see(tx, ctx, args.board_id, args.tab ? "files_at" : "seen_at", args.at),
);
registerGuess("marks.see_all", (tx, args, ctx) => see(tx, ctx, "all", "seen_at", args.at));

function see(tx: GuessTx, ctx: GuessContext, boardId: string, field: "seen_at" | "files_at", until: number): void {
  const id = `${ctx.person}.${boardId}`;
  const fresh: BoardSeenRow = { id, person_id: ctx.person, board_id: boardId, seen_at: 0, files_at: 0 };
  const row = tx.row("board_seen", id) ?? fresh;
  const at = seenAt(until, ctx);
  if (at > row[field]) tx.put("board_seen", { ...row, [field]: at });
}

const seenAt = (at: number, { now }: GuessContext): number => Math.min(at, now + AHEAD_MS);
