import { useLingui } from "@lingui/react/macro";
import { useBoard } from "../boards/boardTools";

/** Why one cannot write in this chat, or null. `because` is a reason of its place. */
export function useClosed(because: string | null): string | null {
  const { t } = useLingui();
  const { rights } = useBoard();
  if (rights.frozen === "archived") return t`This board is in the archive. Its chat stays readable.`;
  if (rights.frozen === "trash") return t`This board is in the trash. Its chat stays readable.`;
  if (!rights.canChat) return t`You can read this chat. Board admins and team members write in it.`;
  return because;
}
