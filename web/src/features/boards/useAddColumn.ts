import { uuid7 } from "../../kits/idkit";
import { useSync } from "../../sync/hooks";
import { useBoard } from "./boardTools";

export function useAddColumn(after: string | null): (name: string) => void {
  const sync = useSync();
  const { boardId } = useBoard();
  return (name) => void sync.send("column.add", { column_id: uuid7(), board_id: boardId, name, after });
}
