import type { TagRow } from "../../../contracts/rows";
import { cleanLine } from "../../../kits/linekit";
import { type GuessTx, registerGuess } from "../../../sync/guesses";
import { replaceOn } from "../../cards/guesses/tagRules";
import { sameName } from "../tagNames";

const MOST_TAGS = 200;
/** A command changes at most 500 rows (S23). */
const MOST_CARDS = 490;

registerGuess("tag.create", (tx, args) => {
  const tag = { id: args.tag_id, board_id: args.board_id, name: cleanLine(args.name), hue: args.hue };
  if (tx.row("tags", tag.id) || tagsOf(tx, tag.board_id).length >= MOST_TAGS) tx.give_up();
  mustBeFree(tx, tag);
  tx.put("tags", tag);
});

registerGuess("tag.rename", (tx, args) => {
  const name = cleanLine(args.name);
  mustBeFree(tx, { ...tx.must("tags", args.tag_id), name });
  tx.patch("tags", args.tag_id, { name });
});

registerGuess("tag.set_hue", (tx, args) => tx.patch("tags", args.tag_id, { hue: args.hue }));

registerGuess("tag.merge", (tx, args) => {
  const into = tx.must("tags", args.into_id);
  const tag = tx.must("tags", args.tag_id);
  if (into.board_id !== tag.board_id || into.id === tag.id) tx.give_up();
  end(tx, tag, into.id);
});

registerGuess("tag.delete", (tx, args) => end(tx, tx.must("tags", args.tag_id), null));

function end(tx: GuessTx, tag: TagRow, intoId: string | null): void {
  const cards = tx.all("cards").filter((card) => card.board_id === tag.board_id && card.tag_ids.includes(tag.id));
  if (cards.length > MOST_CARDS) tx.give_up();
  for (const card of cards) replaceOn(tx, card, tag.id, intoId);
  tx.remove("tags", tag.id);
}

function mustBeFree(tx: GuessTx, tag: TagRow): void {
  if (!tag.name) tx.give_up();
  if (tagsOf(tx, tag.board_id).some((other) => other.id !== tag.id && sameName(other.name, tag.name))) tx.give_up();
}

const tagsOf = (tx: GuessTx, boardId: string) => tx.all("tags").filter((tag) => tag.board_id === boardId);
