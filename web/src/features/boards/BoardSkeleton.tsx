import { useLingui } from "@lingui/react/macro";
import { Skeleton } from "../../ui/Skeleton";

const CARDS = [4, 6, 3, 5];

/** The board's shape in its final sizes, until the first cards are there. */
export function BoardSkeleton() {
  const { t } = useLingui();
  return (
    <div className="board" role="status" aria-label={t`The board is loading`}>
      <div className="board__columns">
        {CARDS.map((cards, column) => (
          <div key={column} className="board-skeleton__column">
            <Skeleton className="board-skeleton__title" />
            {Array.from({ length: cards }, (_, card) => (
              <Skeleton key={card} className="board-skeleton__card" />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
