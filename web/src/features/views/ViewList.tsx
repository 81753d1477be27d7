import { useLingui } from "@lingui/react/macro";
import { type PointerEvent, Suspense, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { useSync } from "../../sync/hooks";
import { keepTouchFromScrolling } from "../cards/drag/touchScroll";
import { whilePressed } from "../cards/drag/whilePressed";
import { act } from "./acts";
import { DropRail } from "./DropRail";
import { dayFor } from "./dates";
import { useKeptWords } from "./kept";
import { canWrite, type ListTools, RowContext } from "./listTools";
import { RowDrag } from "./rowDragStore";
import { useListTools } from "./useListTools";
import type { Reader } from "./useReader";
import { useRowFocus } from "./useRowFocus";
import { useRowKeys } from "./useRowKeys";
import { useRowMenu } from "./useRowMenu";
import { Bucket } from "./ViewBuckets";
import "./ViewList.css";
import { late } from "../../ui/late";
import type { ViewAnswer, ViewBucket, ViewCard } from "./viewData";

const RowMenu = late(() => import("./RowMenu").then((module) => ({ default: module.RowMenu })));
const RowFindings = late(() => import("./RowFindings").then((module) => ({ default: module.RowFindings })));
const loadDrag = () => import("./rowDrag");

type ViewListProps = {
  view: string;
  answer: ViewAnswer;
  reader: Reader;
  marked: ReadonlySet<string>;
  /** A card or a dialog lies over the list. */
  isCovered: boolean;
  openCard: (card: ViewCard) => void;
  onMore: (bucket: ViewBucket) => Promise<void>;
};

/** The parts of a view with their rows; rows are walked, carried and changed here. */
export function ViewList({ view, answer, reader, marked, isCovered, openCard, onMore }: ViewListProps) {
  const { t } = useLingui();
  const sync = useSync();
  const list = useRef<HTMLDivElement>(null);
  const [drag] = useState(() => new RowDrag());
  const carried = useSyncExternalStore(drag.subscribe, () => drag.state);
  // What somebody carries must not move under the hand.
  const shown = useHeld(answer, carried !== null);
  const all = useMemo(() => shown.buckets.flatMap((bucket) => bucket.cards), [shown]);
  const [menu, showMenu, closeMenu] = useRowMenu(all);
  const menuAt = useRef<HTMLSpanElement>(null);
  const [tools, rows] = useListTools({ view, boards: shown.boards, reader, drag, openCard, showMenu });
  const takes = (id: string) => view !== "done" && dayFor(id, reader.clock) !== undefined;
  const drops = shown.buckets.map(({ id }) => id).filter(takes);
  const [folded, fold] = useKeptWords(`tafla.views.folded.${view}`);
  const { active, onFocus, onBlur } = useRowFocus(list, menu === null && carried === null && !isCovered);
  const onKeyDown = useRowKeys(tools, shown, drops);
  const onPointerDown = useRowPress(tools, shown, list);
  const cards = shown.buckets.flatMap((bucket) => (folded.has(bucket.id) ? [] : bucket.cards));
  const stop = cards.some(({ id }) => id === active) ? active : (cards[0]?.id ?? null);
  const found = cards.find(({ id }) => id === active);
  const see = (board_id: string) => {
    const answered = sync.send("marks.see_board", { board_id, at: shown.at }, { quiet: true });
    for (const card of cards.filter((one) => one.board_id === board_id)) act(card, () => null, answered);
  };
  return (
    <RowContext value={rows}>
      <div ref={list} className="view-list" {...{ onKeyDown, onPointerDown, onFocus, onBlur }}>
        {shown.buckets.map((bucket) => (
          <Bucket
            key={bucket.id}
            list={tools}
            bucket={bucket}
            marked={marked}
            isFolded={folded.has(bucket.id)}
            onFold={(isFolded) => fold(bucket.id, isFolded)}
            takes={drops.includes(bucket.id)}
            carried={carried}
            activeId={stop}
            onMore={onMore}
            onSeen={see}
          />
        ))}
      </div>
      {carried?.by === "pointer" ? <DropRail {...{ drops, carried }} /> : null}
      <p id="row-keys" hidden>
        {t`Enter opens, Space picks up, C completes.`}
      </p>
      <Suspense>{found && !isCovered ? <RowFindings tools={tools} card={found} /> : null}</Suspense>
      {menu ? <span ref={menuAt} className="view-list__menu-at" style={placeOf(menu.at)} /> : null}
      <Suspense>
        {menu ? <RowMenu tools={tools} place={menu} at={menuAt} onClose={() => closeMenu(menu.kind)} /> : null}
      </Suspense>
    </RowContext>
  );
}

const placeOf = ({ top, left, width, height }: DOMRect) => ({ top, left, width, height });

function useHeld<T>(value: T, isHeld: boolean): T {
  const held = useRef(value);
  if (!isHeld) held.current = value;
  return held.current;
}

/** A press on a row that may become its being carried. */
function useRowPress(tools: ListTools, answer: ViewAnswer, list: { current: HTMLElement | null }) {
  const now = useRef({ tools, answer });
  now.current = { tools, answer };
  useEffect(() => (list.current ? keepTouchFromScrolling(list.current) : undefined), [list]);
  return (event: PointerEvent) => {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>("[data-row]");
    const { row: cardId, bucket: from } = row?.dataset ?? {};
    const scroller = target.closest<HTMLElement>(".frame__main");
    if (!row || !cardId || !from || !scroller || event.button !== 0 || !event.isPrimary) return;
    if (target.closest("[data-no-drag]") || !list.current?.querySelector("[data-drop]")) return;
    const find = () => now.current.answer.buckets.flatMap(({ cards }) => cards).find(({ id }) => id === cardId);
    const card = find();
    if (!card || card.completed_at !== null || !canWrite(tools.boards[card.board_id])) return;
    const onDrop = (bucket: string) => {
      const fresh = find();
      if (fresh) now.current.tools.acts.putIn(fresh, bucket);
    };
    const press = { drag: tools.drag, row, cardId, from, scroller, onDrop };
    void whilePressed(event.nativeEvent, loadDrag(), ({ watchRowDrag }) => watchRowDrag(event.nativeEvent, press));
  };
}
