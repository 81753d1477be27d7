import { useLingui } from "@lingui/react/macro";
import { useSyncExternalStore } from "react";
import { numberFormat } from "../../kits/formats";
import { Icon } from "../../ui/icons";
import { useBoard } from "../boards/boardTools";

/** In a column's head, or its strip: how many of its cards are picked out. */
export function ColumnMatches({ columnId, count }: { columnId: string; count: number }) {
  const { t } = useLingui();
  const { highlight, locale } = useBoard();
  const found = useSyncExternalStore(highlight.watch, () => highlight.countIn(columnId));
  if (found === null) return null;
  const [some, all] = [found, count].map((number) => numberFormat(locale).format(number));
  return (
    <span className={found > 0 ? "column-matches figures" : "column-matches column-matches--none figures"}>
      <Icon name="highlight" size={16} label={t`Highlighted`} />
      <bdi>{t`${some} of ${all}`}</bdi>
    </span>
  );
}

/** Where only matches are shown and a column has none. */
export function NoMatches({ columnId, count }: { columnId: string; count: number }) {
  const { t } = useLingui();
  const { highlight } = useBoard();
  const isBare = useSyncExternalStore(highlight.watch, () => highlight.isAlone && highlight.countIn(columnId) === 0);
  return isBare && count > 0 ? <p className="column__empty">{t`Nothing here is highlighted.`}</p> : null;
}
