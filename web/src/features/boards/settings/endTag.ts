import type { TagRow } from "../../../contracts/rows";
import { uuid7 } from "../../../kits/idkit";
import { store } from "../../../sync/hooks";
import type { Sync } from "../../../sync/sync";
import { sendInParts } from "../../cards/sendInParts";

/** As many cards as the one command takes along that ends a tag (tafla/cards/tagging.py). */
const MOST_AT_ONCE = 490;

/** Deletes a tag, or merges it into another; a tag on very many cards is taken off them in parts first. Answers the step of undo. */
export async function endTag(
  sync: Sync,
  tag: TagRow,
  into: TagRow | null,
  cardIds: readonly string[],
  doing: string,
): Promise<string | null> {
  const group = uuid7();
  if (cardIds.length > MOST_AT_ONCE) {
    const args = { tag_id: tag.id, into_id: into?.id ?? null };
    const first = await sendInParts(sync, "card.replace_tag", cardIds, { args, doing, group });
    if (first.done < cardIds.length) return first.done > 0 ? group : null;
  }
  const answer = into
    ? await sync.send("tag.merge", { tag_id: tag.id, into_id: into.id }, { group })
    : await sync.send("tag.delete", { tag_id: tag.id }, { group });
  return answer.s === "done" ? group : null;
}

/** The cards of a board that carry a tag, also the completed and the deleted. */
export function cardsWith(tag: TagRow): string[] {
  return store
    .order("columns", tag.board_id)
    .flatMap((columnId) => store.order("cards", columnId))
    .filter((id) => store.read("cards", id)?.tag_ids.includes(tag.id));
}
