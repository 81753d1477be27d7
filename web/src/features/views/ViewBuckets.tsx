import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import { Button } from "../../ui/Button";
import { classes } from "../../ui/classes";
import { Icon } from "../../ui/icons";
import type { ListTools } from "./listTools";
import type { Carried } from "./rowDragStore";
import { useCountWord } from "./ViewCount";
import { ViewRow } from "./ViewRow";
import type { ViewBucket } from "./viewData";
import { bucketWord } from "./viewWords";

type BucketProps = {
  list: Pick<ListTools, "view" | "boards">;
  bucket: ViewBucket;
  marked: ReadonlySet<string>;
  isFolded: boolean;
  onFold: (isFolded: boolean) => void;
  /** Whether rows may be put here. */
  takes: boolean;
  carried: Carried | null;
  activeId: string | null;
  onMore: (bucket: ViewBucket) => Promise<void>;
  onSeen: (boardId: string) => void;
};

/** A part of a view: its name, how much is in it, and the rows, unless they are folded away. */
export function Bucket(props: BucketProps) {
  const { list, bucket, isFolded, onFold, takes, carried, onSeen } = props;
  const { view, boards } = list;
  const titleId = useId();
  const isOver = carried !== null && carried.over === bucket.id && carried.from !== bucket.id;
  const word = view === "new" ? (boards[bucket.id]?.name ?? "") : bucketWord(bucket.id);
  return (
    <section
      className={classes(
        "view-bucket",
        isOver && "view-bucket--over",
        bucket.cards.length === 0 && "view-bucket--empty",
        carried !== null && !takes && carried.from !== bucket.id && "view-bucket--closed",
      )}
      data-part={bucket.id}
      data-drop={takes ? bucket.id : undefined}
    >
      <header className="view-bucket__head">
        <h2 className="view-bucket__title">
          <button
            type="button"
            className="view-bucket__fold"
            id={titleId}
            aria-expanded={!isFolded}
            onClick={() => onFold(!isFolded)}
          >
            <Icon name="chevronDown" size={16} className={isFolded ? "view-bucket__arrow--folded" : undefined} />
            <span
              className={classes("view-bucket__name", bucket.id === "overdue" && "view-bucket__name--overdue")}
              dir="auto"
            >
              {word}
            </span>
            <Count bucket={bucket} />
          </button>
        </h2>
        {view === "new" ? <BoardWays boardId={bucket.id} onSeen={onSeen} /> : null}
      </header>
      {isFolded ? null : <Rows {...props} titleId={titleId} />}
    </section>
  );
}

function Count({ bucket: { count, more } }: { bucket: ViewBucket }) {
  return (
    <bdi className="view-bucket__count figures" dir="ltr">
      {useCountWord(count ?? 0, more)}
    </bdi>
  );
}

function Rows({ list, bucket, marked, titleId, carried, activeId, onMore }: BucketProps & { titleId: string }) {
  return (
    <>
      {bucket.cards.length === 0 ? null : (
        <ul className="view-bucket__rows" aria-labelledby={titleId}>
          {bucket.cards.map((card) => (
            <ViewRow
              key={card.id}
              card={card}
              board={list.boards[card.board_id]}
              bucket={bucket.id}
              isTabStop={card.id === activeId}
              isCarried={carried?.cardId === card.id && carried.from === bucket.id}
              isMarked={list.view !== "new" && marked.has(card.id)}
            />
          ))}
        </ul>
      )}
      {bucket.after ? <More bucket={bucket} onMore={onMore} /> : null}
    </>
  );
}

function More({ bucket, onMore }: Pick<BucketProps, "bucket" | "onMore">) {
  const { t } = useLingui();
  const [isAsking, setAsking] = useState(false);
  const ask = () => {
    setAsking(true);
    void onMore(bucket).finally(() => setAsking(false));
  };
  return <Button look="quiet" size="small" isPending={isAsking} onPress={ask}>{t`Show more`}</Button>;
}

/** In *new and updated* a part is a board: the way to it, and that all of it is read. */
function BoardWays({ boardId, onSeen }: { boardId: string; onSeen: BucketProps["onSeen"] }) {
  const { t } = useLingui();
  return (
    <span className="view-bucket__ways">
      <Button size="small" look="quiet" icon="check" onPress={() => onSeen(boardId)}>{t`Mark as read`}</Button>
      <Link className="button button--quiet button--small" to="/b/$boardId" params={{ boardId }}>
        {t`Go to the board`}
      </Link>
    </span>
  );
}
