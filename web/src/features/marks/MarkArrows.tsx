import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { numberFormat } from "../../kits/formats";
import { useOrder } from "../../sync/hooks";
import { classes } from "../../ui/classes";
import { Icon } from "../../ui/icons";
import { useBoard } from "../boards/boardTools";
import { showIn } from "../highlight/goToNext";
import { useOutOfSight } from "../highlight/useOutOfSight";
import "./MarkSigns.css";
import { marksStore, useMarksVersion } from "./marksStore";

/** At the edges of a long column: how many cards with marks lie above and below what is in sight, and the way to the next of them. */
export function MarkArrows({ columnId }: { columnId: string }) {
  const { t } = useLingui();
  const board = useBoard();
  const ids = useOrder("cards", columnId);
  const version = useMarksVersion();
  const places = useMemo(() => {
    void version;
    return ids.flatMap((id, place) => (marksStore.of(id) ? [place] : []));
  }, [ids, version]);
  const { list, above, nextAbove, below, nextBelow } = useOutOfSight(columnId, places);
  const go = (place: number) => {
    const id = ids[place];
    if (list && id) showIn(board, list, id);
  };
  const figure = (count: number) => numberFormat(board.locale).format(count);
  const more = { above: figure(above), below: figure(below) };
  return (
    <>
      {above > 0 ? (
        <Arrow side="above" label={t`Changed above: ${more.above}. Go to the next`} onGo={() => go(nextAbove)}>
          {more.above}
        </Arrow>
      ) : null}
      {below > 0 ? (
        <Arrow side="below" label={t`Changed below: ${more.below}. Go to the next`} onGo={() => go(nextBelow)}>
          {more.below}
        </Arrow>
      ) : null}
    </>
  );
}

type ArrowProps = { side: "above" | "below"; label: string; onGo: () => void; children: string };

function Arrow({ side, label, onGo, children }: ArrowProps) {
  return (
    <button
      type="button"
      className={classes("mark-arrow figures", `mark-arrow--${side}`)}
      aria-label={label}
      title={label}
      onClick={onGo}
    >
      <Icon name={side === "above" ? "chevronUp" : "chevronDown"} size={16} />
      {children}
    </button>
  );
}
