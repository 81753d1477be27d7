import { useRow } from "../../sync/hooks";
import type { MenuEntry } from "../../ui/Menu";
import { useBoardLife } from "../home/life/useBoardLife";
import { useBoard } from "./boardTools";

/** What the open board's own bar and settings offer already. */
const ELSEWHERE = new Set(["rename", "favourite"]);

/** What may be done with the open board as a whole: copy, template, transfer, archive, trash. */
export function useThisBoardLife(): readonly (readonly MenuEntry[])[] {
  const { board, boardId, rights, personId } = useBoard();
  const privacy = useRow("board_privacy", boardId);
  const accountId = privacy?.account_id ?? board.account_id;
  const isOwner = useRow("accounts", accountId)?.owner_id === personId;
  const favourite = useRow("board_prefs", personId ? `${personId}.${boardId}` : null)?.favourite ?? false;
  const facts = { id: boardId, account_id: accountId, name: board.name, state: privacy?.state ?? "open" };
  const groups = useBoardLife({ ...facts, role: rights.role, favourite }, isOwner);
  if (rights.role === "link") return [];
  return groups().map((group) => group.entries.filter((entry) => !ELSEWHERE.has(entry.id)));
}
