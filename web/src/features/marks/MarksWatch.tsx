import { useLingui } from "@lingui/react/macro";
import { useEffect } from "react";
import { useSync } from "../../sync/hooks";
import { announce } from "../../ui/announce";
import { useCommands } from "../../ui/commands";
import { readThisBoard, watchMarks } from "./watchMarks";

/** Keeps the marks of a board while it is on the screen. */
export function MarksWatch({ boardId }: { boardId: string }) {
  const { t } = useLingui();
  const sync = useSync();
  useEffect(() => watchMarks(sync, boardId), [sync, boardId]);
  useCommands(
    () => [
      {
        id: "board.mark_read",
        label: t`Mark this board as read`,
        group: t`Board`,
        icon: "eye",
        run: () => {
          readThisBoard(sync, boardId);
          announce(t`Marked as read`);
        },
      },
    ],
    [t, sync, boardId],
  );
  return null;
}
