import { store } from "../../sync/hooks";
import type { BoardTools } from "../boards/boardTools";
import type { DropList } from "../cards/drag/dragStore";
import { goToColumn } from "../presence/columnInSight";

const MOST_FRAMES = 40;

/** Gives the focus to the next card that is picked out, through all columns and round at the end. */
export function goToNext(board: BoardTools, step: 1 | -1): void {
  const { highlight, drag, focus } = board;
  const columns = board.columnIds();
  const all = columns.flatMap((columnId) => {
    const ids = drag.lists.get(columnId)?.ids() ?? drag.lanes?.order(columnId) ?? store.order("cards", columnId);
    return ids.map((id) => ({ id, columnId }));
  });
  const here = all.findIndex(({ id }) => id === focus.current);
  const start = here < 0 && step < 0 ? 0 : here;
  for (let at = 1; at <= all.length; at++) {
    const one = all[(start + at * step + all.length * 2) % all.length];
    if (one && highlight.of(one.id) === "on") {
      goTo(board, one.columnId, one.id);
      return;
    }
  }
}

/** Brings a card into sight and gives it the focus; its column may not be in the page yet. */
function goTo(board: BoardTools, columnId: string, cardId: string): void {
  const inSight = document.querySelector(`[data-column="${CSS.escape(columnId)}"]`);
  if (inSight) inSight.scrollIntoView({ inline: "nearest", block: "nearest" });
  else goToColumn(columnId, board.columnIds());
  let frames = 0;
  const look = () => {
    const list = board.drag.lists.get(columnId);
    if (list) {
      showIn(board, list, cardId);
    } else if (++frames < MOST_FRAMES) requestAnimationFrame(look);
  };
  look();
}

/** Brings a card of a list into its middle, and gives it the focus. */
export function showIn({ focus }: BoardTools, list: DropList, cardId: string): void {
  centre(list, list.ids().indexOf(cardId));
  // A card that is not in the page yet waits for nobody who has the focus elsewhere.
  (document.activeElement as HTMLElement | null)?.blur();
  focus.release();
  focus.want(cardId);
}

/** Scrolls a list until a place stands in its middle; once more when what was guessed of heights is known. */
function centre(list: DropList, index: number): void {
  const scroll = () => {
    const span = list.spans()[index];
    if (span) list.scroller.scrollTop = span.start + span.size / 2 - list.scroller.clientHeight / 2;
  };
  scroll();
  requestAnimationFrame(() => requestAnimationFrame(scroll));
}
