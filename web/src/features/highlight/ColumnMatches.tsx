import { useLingui } from "@lingui/react/macro";
import { useSyncExternalStore } from "react";
import { numberFormat } from "../../kits/formats";
import { Icon } from "../../ui/icons";
import { useBoard } from "../boards/boardTools";
import { useLitAmong } from "./highlight";

/** In a column's head, or its strip: how many of its cards are picked out. */
export function ColumnMatches({ columnId, count }: { columnId: string; count: number }) {
  const { highlight } = useBoard();
  return <Matches found={useSyncExternalStore(highlight.watch, () => highlight.countIn(columnId))} count={count} />;
}

/** The same in the head of any list of cards on the board. */
export function ListMatches({ ids }: { ids: readonly string[] }) {
  return <Matches found={useLitAmong(useBoard().highlight, ids)} count={ids.length} />;
}

function Matches({ found, count }: { found: number | null; count: number }) {
  const { t } = useLingui();
  const { locale } = useBoard();
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
  const { highlight } = useBoard();
  const isBare = useSyncExternalStore(highlight.watch, () => highlight.isAlone && highlight.countIn(columnId) === 0);
  return isBare && count > 0 ? <Nothing /> : null;
}

/** The same for any list of cards on the board. */
export function NoneInList({ ids }: { ids: readonly string[] }) {
  const { highlight } = useBoard();
  const found = useLitAmong(highlight, ids);
  const isAlone = useSyncExternalStore(highlight.watch, () => highlight.isAlone);
  return isAlone && found === 0 && ids.length > 0 ? <Nothing /> : null;
}

function Nothing() {
  const { t } = useLingui();
  return <p className="column__empty">{t`Nothing here is highlighted.`}</p>;
}
