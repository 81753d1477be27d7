import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { Suspense, useState } from "react";
import type { ColumnRow } from "../../../contracts/rows";
import { useCount, useRow, useSync } from "../../../sync/hooks";
import { IconButton } from "../../../ui/Button";
import { classes } from "../../../ui/classes";
import { TextField } from "../../../ui/Field";
import { Icon } from "../../../ui/icons";
import { late } from "../../../ui/late";
import { useBoard } from "../boardTools";
import { useColumnTitle } from "../columnTitle";
import { InlineName } from "../InlineName";
import { useTyped } from "../useTyped";
import type { ColumnSort } from "./useColumnSort";

const DeleteColumnDialog = late(() =>
  import("../DeleteColumnDialog").then((module) => ({ default: module.DeleteColumnDialog })),
);

export function ColumnLine({ columnId, sort }: { columnId: string; sort: ColumnSort }) {
  const column = useRow("columns", columnId);
  return column ? <Line column={column} sort={sort} /> : null;
}

function Line({ column, sort }: { column: ColumnRow; sort: ColumnSort }) {
  const { t } = useLingui();
  const sync = useSync();
  const { rights } = useBoard();
  const title = useColumnTitle(column);
  const count = useCount("cards", column.id);
  const [isRenaming, setRenaming] = useState(false);
  const [isDeleting, setDeleting] = useState(false);
  const isNormal = column.kind === "normal";
  const stand = sort.standOf(column.id);
  return (
    <li
      className={classes("columns-tab__line", stand?.isCarried && "columns-tab__line--carried")}
      style={stand ? { transform: stand.transform } : undefined}
      data-line={column.id}
    >
      <Handle column={column} title={title} sort={sort} />
      <span className="columns-tab__name">
        <InlineName
          name={title}
          label={t`Name of the column`}
          canRename={rights.canArrange && column.kind !== "deleted"}
          isRenaming={isRenaming}
          setRenaming={setRenaming}
          maxLength={120}
          onRename={(name) => void sync.send("column.rename", { column_id: column.id, name })}
        />
        <span className="columns-tab__note">
          {isNormal ? plural(count, { one: "# task", other: "# tasks" }) : t`Always at the end`}
        </span>
      </span>
      {isNormal ? <Limit column={column} title={title} /> : null}
      {isNormal && rights.canArrange ? (
        <IconButton size="small" icon="trash" label={t`Delete “${title}”…`} onPress={() => setDeleting(true)} />
      ) : (
        <span className="columns-tab__end" />
      )}
      <Suspense>
        {isDeleting ? <DeleteColumnDialog column={column} title={title} onClose={() => setDeleting(false)} /> : null}
      </Suspense>
    </li>
  );
}

/** What a line is carried by; the fixed ones show a lock in its place. */
function Handle({ column, title, sort }: { column: ColumnRow; title: string; sort: ColumnSort }) {
  const { t } = useLingui();
  const { rights } = useBoard();
  const isNormal = column.kind === "normal";
  if (!isNormal || !rights.canArrange) {
    return <span className="columns-tab__handle">{isNormal ? null : <Icon name="lock" size={16} />}</span>;
  }
  return (
    <button
      type="button"
      className="columns-tab__handle"
      data-handle={column.id}
      aria-label={t`Move “${title}” with the arrow keys`}
      onPointerDown={sort.onPointerDown(column.id)}
      onKeyDown={sort.onKeyDown(column.id, title)}
      onBlur={sort.onBlur}
    >
      <Icon name="drag" />
    </button>
  );
}

const HIGHEST = 10_000;
const isLimit = (text: string) => {
  const limit = Number(text);
  return text.trim() === "" || (Number.isInteger(limit) && limit >= 1 && limit <= HIGHEST);
};

/** Empty is no limit. */
function Limit({ column, title }: { column: ColumnRow; title: string }) {
  const { t } = useLingui();
  const sync = useSync();
  const { rights } = useBoard();
  const now = column.wip_limit === null ? "" : String(column.wip_limit);
  const save = (text: string) =>
    void sync.send("column.set_wip_limit", { column_id: column.id, limit: text.trim() === "" ? null : Number(text) });
  const field = useTyped(`wip-limit.${column.id}`, now, save, isLimit);
  if (!rights.canManage) return <span className="columns-tab__limit">{now || "–"}</span>;
  return (
    <TextField
      className="columns-tab__limit"
      label={t`WIP limit of “${title}”`}
      isLabelHidden
      inputMode="numeric"
      placeholder="–"
      maxLength={6}
      value={field.text}
      onChange={field.write}
      onBlur={field.finish}
      onKeyDown={field.onKeyDown}
      error={field.isRight ? undefined : t`1 to 10,000`}
    />
  );
}
