import { store } from "../../sync/hooks";
import { getDirection } from "../../ui/page";

const SCROLLER = ".board";
const MOST_TRIES = 4;
/** A column that was gone to stands as far from the edge as the first one. */
const MARGIN_PX = 16;

const columnsOf = (scroller: Element) => [...scroller.querySelectorAll<HTMLElement>("[data-column]")];

/** The first column that is seen by half, as one reads; none where the board is not looked at by columns. */
export function columnInSight(): string | null {
  const scroller = document.querySelector(SCROLLER);
  if (!scroller) return null;
  const frame = scroller.getBoundingClientRect();
  const isRight = getDirection() === "rtl";
  for (const column of columnsOf(scroller)) {
    const { left, width } = column.getBoundingClientRect();
    const middle = left + width / 2;
    const id = column.dataset.column ?? "";
    if ((isRight ? middle <= frame.right : middle >= frame.left) && store.read("columns", id)) return id;
  }
  return null;
}

/** Scrolls the board until a column stands at its start, or as near as it gets. Many columns are in the page only near their sight. */
export function goToColumn(id: string, order: readonly string[], triesLeft = MOST_TRIES): void {
  const scroller = document.querySelector(SCROLLER);
  if (!scroller || !order.includes(id)) return;
  const column = columnsOf(scroller).find((one) => one.dataset.column === id);
  if (column) {
    const [frame, box] = [scroller.getBoundingClientRect(), column.getBoundingClientRect()];
    const left = getDirection() === "rtl" ? box.right - frame.right + MARGIN_PX : box.left - frame.left - MARGIN_PX;
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    scroller.scrollBy({ left, behavior: isStill ? "auto" : "smooth" });
    return;
  }
  const near = columnsOf(scroller).find((one) => order.includes(one.dataset.column ?? ""));
  if (!near || triesLeft === 0) return;
  const away = order.indexOf(id) - order.indexOf(near.dataset.column ?? "");
  scroller.scrollBy({ left: away * near.offsetWidth * (getDirection() === "rtl" ? -1 : 1) });
  requestAnimationFrame(() => requestAnimationFrame(() => goToColumn(id, order, triesLeft - 1)));
}
