import { Trans, useLingui } from "@lingui/react/macro";
import { useSync } from "../../sync/hooks";
import { announce } from "../../ui/announce";
import { Button } from "../../ui/Button";
import { useCommands } from "../../ui/commands";
import "./TileMark.css";
import { CountsHost, forgetCounts, useHasCounts } from "./boardCounts";
import { readAll } from "./seen";

/** Marks all boards as read; there while something is marked. Keeps the counts of all tiles. */
export function ReadAll() {
  const { t } = useLingui();
  const sync = useSync();
  const hasCounts = useHasCounts();
  const read = () => {
    readAll(sync);
    forgetCounts();
    announce(t`Marked as read`);
  };
  useCommands(
    () => [
      {
        id: "board.mark_all_read",
        label: t`Mark all boards as read`,
        group: t`Boards`,
        icon: "eye",
        guard: () => hasCounts,
        run: read,
      },
    ],
    [t, sync, hasCounts],
  );
  return (
    <>
      <CountsHost />
      {hasCounts ? (
        <Button size="small" icon="eye" className="read-all" onPress={read}>
          <Trans>Mark all boards as read</Trans>
        </Button>
      ) : null}
    </>
  );
}
