import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { ColumnRow } from "../../contracts/rows";
import { useSync } from "../../sync/hooks";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { TextField } from "../../ui/Field";
import { useBoard } from "./boardTools";

const HIGHEST = 10_000;

export function WipLimitDialog({ column, title, onClose }: { column: ColumnRow; title: string; onClose: () => void }) {
  const { t } = useLingui();
  const sync = useSync();
  const { board } = useBoard();
  const [text, setText] = useState(column.wip_limit === null ? "" : String(column.wip_limit));
  const limit = text.trim() === "" ? null : Number(text);
  const isRight = limit === null || (Number.isInteger(limit) && limit >= 1 && limit <= HIGHEST);
  const save = (next: number | null) => {
    void sync.send("column.set_wip_limit", { column_id: column.id, limit: next });
    onClose();
  };
  const note =
    board.wip_mode === "block"
      ? t`A full column takes no more tasks: this board blocks.`
      : board.wip_mode === "off"
        ? t`WIP limits are switched off on this board, so nothing shows yet. The board's settings switch them on.`
        : t`Above the limit the header turns red. Nothing is blocked.`;
  const footer = (
    <>
      {column.wip_limit !== null ? <Button look="quiet" onPress={() => save(null)}>{t`No limit`}</Button> : null}
      <Button onPress={onClose}>{t`Cancel`}</Button>
      <Button look="primary" isDisabled={!isRight} onPress={() => save(limit)}>{t`Save`}</Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} size="small" title={t`WIP limit of “${title}”`} footer={footer}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isRight) save(limit);
        }}
      >
        <TextField
          label={t`Most tasks in this column`}
          type="number"
          inputMode="numeric"
          min={1}
          max={HIGHEST}
          value={text}
          onChange={setText}
          description={note}
          error={isRight ? undefined : t`A whole number from 1 to 10,000, or empty for no limit.`}
          autoFocus
        />
      </form>
    </Dialog>
  );
}
