import { useLingui } from "@lingui/react/macro";
import { useMemo, useSyncExternalStore } from "react";
import { numberFormat } from "../../kits/formats";
import { useOrder } from "../../sync/hooks";
import { classes } from "../../ui/classes";
import { Icon } from "../../ui/icons";
import { useBoard } from "../boards/boardTools";
import { NoMatches, NoneInList } from "./ColumnMatches";
import { showIn } from "./goToNext";
import { useOutOfSight } from "./useOutOfSight";

/** At the edges of a column: how many cards picked out lie above and below what is in sight, and the way to the next of them. */
export function ColumnArrows({ columnId, count }: { columnId: string; count: number }) {
  return (
    <>
      <NoMatches columnId={columnId} count={count} />
      <EdgeArrows listId={columnId} ids={useOrder("cards", columnId)} />
    </>
  );
}

type EdgeArrowsProps = { listId: string; ids: readonly string[] };

/** The same for any list of cards on the board. */
export function ListArrows(props: EdgeArrowsProps) {
  return (
    <>
      <NoneInList ids={props.ids} />
      <EdgeArrows {...props} />
    </>
  );
}

function EdgeArrows({ listId, ids }: EdgeArrowsProps) {
  const { t } = useLingui();
  const board = useBoard();
  const { highlight, locale } = board;
  const version = useSyncExternalStore(highlight.watch, () => highlight.version);
  const places = useMemo(() => {
    void version;
    // Where only matches are shown, all that is out of sight is one.
    return highlight.isAlone ? [] : ids.flatMap((id, at) => (highlight.of(id) === "on" ? [at] : []));
  }, [highlight, version, ids]);
  const { list, above, nextAbove, below, nextBelow } = useOutOfSight(listId, places);
  const go = (index: number) => {
    const id = ids[index];
    if (list && id) showIn(board, list, id);
  };
  const count = (number: number) => numberFormat(locale).format(number);
  const more = { above: count(above), below: count(below) };
  return (
    <>
      <Arrow
        side="above"
        count={above}
        label={t`Matches above: ${more.above}. Go to the next`}
        onGo={() => go(nextAbove)}
      >
        {more.above}
      </Arrow>
      <Arrow
        side="below"
        count={below}
        label={t`Matches below: ${more.below}. Go to the next`}
        onGo={() => go(nextBelow)}
      >
        {more.below}
      </Arrow>
    </>
  );
}

type ArrowProps = { side: "above" | "below"; count: number; label: string; onGo: () => void; children: string };

function Arrow({ side, count, label, onGo, children }: ArrowProps) {
  if (count === 0) return null;
  return (
    <button
      type="button"
      className={classes("edge-arrow", `edge-arrow--${side}`)}
      aria-label={label}
      title={label}
      onClick={onGo}
    >
      <Icon name={side === "above" ? "chevronUp" : "chevronDown"} size={16} />
      <span className="figures">{children}</span>
    </button>
  );
}
