import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { numberFormat } from "../../kits/formats";
import { useOrder } from "../../sync/hooks";
import { classes } from "../../ui/classes";
import "./MarkSigns.css";
import { type Marks, marksStore, useMarksVersion } from "./marksStore";
import { useMarkWords } from "./markWords";

/** On a card: that it is new, or what others have changed on it. It stands on the card's corner, so that nothing makes room for it. */
export function CardMark({ marks, isLine }: { marks: Marks; isLine: boolean }) {
  const { t } = useLingui();
  const words = useMarkWords(marks);
  const isNew = marks.has("new") && !isLine;
  return (
    <span className={classes("mark", isNew ? "mark--new" : "mark--dot")} title={words}>
      {isNew ? t`New` : <span className="visually-hidden">{words}</span>}
    </span>
  );
}

/** Beside a column's name: how many of its cards have marks. */
export function ColumnMark({ columnId, className }: { columnId: string; className: string }) {
  const { t, i18n } = useLingui();
  const count = useMarkedIn(columnId).length;
  if (count === 0) return null;
  const words = t`${plural(count, { one: "# task changed", other: "# tasks changed" })} since you looked`;
  return (
    <span className={classes("mark-count figures", className)} title={words}>
      <span className="mark-count__dot" />
      <span aria-hidden="true">{numberFormat(i18n.locale).format(count)}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}

/** The cards of a column that have marks, in their order. */
function useMarkedIn(columnId: string): readonly string[] {
  const ids = useOrder("cards", columnId);
  const version = useMarksVersion();
  return useMemo(() => {
    void version;
    return ids.filter((id) => marksStore.of(id) !== undefined);
  }, [ids, version]);
}
