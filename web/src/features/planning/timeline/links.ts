/* Lines between the bars of cards that wait for each other, as places on the timeline. What is drawn is a screenful, however many there are. */
import type { CardRow } from "../../../contracts/rows";
import { type Bar, endsOf, extentOf, shapeOf } from "./bars";
import { GROUP_PX, type Rows } from "./rows";
import { placeOf, type Scale } from "./scale";
import type { View } from "./useView";

export type Tie = { blocker: string; waiting: string };
/** `late`: the waiting card starts before its blocker ends; `done`: nobody waits any more. */
export type LinkState = "kept" | "late" | "done";
export type Link = Tie & { state: LinkState; x1: number; y1: number; x2: number; y2: number };

/** Where a card of some dependency stands: a row for each group it is in. */
type Spot = { card: CardRow; tops: number[] };
export type Spots = ReadonlyMap<string, Spot>;

export function spotsOf({ groups, cardHeight }: Rows, ties: readonly Tie[]): Spots {
  const tied = new Set(ties.flatMap(({ blocker, waiting }) => [blocker, waiting]));
  const found = new Map<string, Spot>();
  if (tied.size === 0) return found;
  for (const group of groups) {
    for (const [at, card] of group.cards.entries()) {
      if (!tied.has(card.id)) continue;
      const spot = found.get(card.id) ?? { card, tops: [] };
      found.set(card.id, spot);
      spot.tops.push(group.top + GROUP_PX + at * cardHeight);
    }
  }
  return found;
}

export type LinkWish = {
  spots: Spots;
  barOf: (card: CardRow) => Bar | null;
  scale: Scale;
  view: View;
  /** How far below the top of its row the middle of a bar lies. */
  middle: number;
};

/** So many are drawn at most; those that end on the screen before those that only cross it. */
const MOST = 400;
const AROUND_PX = 240;

/** The lines that the screen shows or that cross it. A waiting card is tied to its blocker's nearest row. */
export function linksInSight(ties: readonly Tie[], wish: LinkWish): Link[] {
  const { spots, view } = wish;
  const [top, end] = [view.top - AROUND_PX, view.top + view.height + AROUND_PX];
  const isIn = (y: number) => y >= top && y <= end;
  const ending: Link[] = [];
  const crossing: Link[] = [];
  for (const tie of ties) {
    const [from, to] = [spots.get(tie.blocker), spots.get(tie.waiting)];
    if (!from || !to) continue;
    for (const toTop of to.tops) {
      const fromTop = nearest(from.tops, toTop);
      if (Math.max(fromTop, toTop) < top || Math.min(fromTop, toTop) > end) continue;
      const into = isIn(fromTop) || isIn(toTop) ? ending : crossing;
      if (into.length >= MOST) continue;
      const link = linkOf(tie, from.card, to.card, fromTop, toTop, wish);
      if (link && isAcross(link, wish)) into.push(link);
    }
  }
  return [...ending, ...crossing].slice(0, MOST);
}

const nearest = (tops: readonly number[], to: number): number =>
  tops.reduce((best, top) => (Math.abs(top - to) < Math.abs(best - to) ? top : best));

function linkOf(tie: Tie, from: CardRow, to: CardRow, fromTop: number, toTop: number, wish: LinkWish): Link | null {
  const { barOf, scale, middle } = wish;
  const [first, second] = [barOf(from), barOf(to)];
  if (!first || !second) return null;
  const isDone = from.completed_at !== null || to.completed_at !== null;
  const state = isDone ? "done" : isLate(first, second) ? "late" : "kept";
  const [x1, x2] = [sideOf(first, scale, "due"), sideOf(second, scale, "start")];
  return { ...tie, state, x1, y1: fromTop + middle, x2, y2: toTop + middle };
}

/** One may end and the other start on the same day: work is handed over at some time of it. */
export const isLate = (blocker: Bar, waiting: Bar): boolean => endsOf(waiting)[0] < endsOf(blocker)[1];

/** Half of a diamond, with some air. */
const DIAMOND_PX = 14;

/** Where a line leaves a bar, or comes to it. */
export function sideOf(bar: Bar, scale: Scale, side: "start" | "due"): number {
  const { place, width } = extentOf(bar, scale);
  if (shapeOf(bar) === "due") return place + width / 2 + (side === "due" ? DIAMOND_PX : -DIAMOND_PX);
  return side === "due" ? place + width : place;
}

function isAcross({ x1, x2 }: Link, { scale, view }: LinkWish): boolean {
  const [from, to] = [placeOf(scale, view.from), placeOf(scale, view.to)];
  return Math.max(x1, x2) + STUB_PX >= from && Math.min(x1, x2) - STUB_PX <= to;
}

const STUB_PX = 10;
const CORNER_PX = 4;
/** Half the room between two bars: there a line goes back. */
const GAP_PX = 18;

type Ends = Pick<Link, "x1" | "y1" | "x2" | "y2">;

/** From the end of a bar to the start of another: straight on, or back between the rows where the other starts too early. */
export function pathOf({ x1, y1, x2, y2 }: Ends): string {
  const [out, into] = [x1 + STUB_PX, x2 - STUB_PX];
  if (into >= out) return throughPoints([x1, y1], [out, y1], [out, y2], [x2, y2]);
  const back = y2 + (y1 <= y2 ? -GAP_PX : GAP_PX);
  return throughPoints([x1, y1], [out, y1], [out, back], [into, back], [into, y2], [x2, y2]);
}

type Point = [number, number];

/** A line of level and upright parts whose corners are rounded as far as they are long. */
function throughPoints(start: Point, ...rest: Point[]): string {
  let path = `M${start.join(" ")}`;
  for (const [at, [x, y]] of rest.entries()) {
    const [before, after] = [at === 0 ? start : rest[at - 1], rest[at + 1]];
    if (!before || !after) {
      path += `L${x} ${y}`;
      continue;
    }
    const [a, b] = [toward([x, y], before), toward([x, y], after)];
    path += `L${a.join(" ")}Q${x} ${y} ${b.join(" ")}`;
  }
  return path;
}

function toward([x, y]: Point, [toX, toY]: Point): Point {
  const far = Math.hypot(toX - x, toY - y);
  const part = far === 0 ? 0 : Math.min(CORNER_PX, far / 2) / far;
  return [x + (toX - x) * part, y + (toY - y) * part];
}

const ARROW_PX = 6;
const SIGN_PX = 6;

/** The head of a line that comes to a bar. */
export const arrowOf = ({ x2, y2 }: Ends): string => `M${x2} ${y2}l${-ARROW_PX} -4v8z`;

/** In place of a head, the sign that something starts too early: a disc, and what stands in it. */
export const discOf = ({ x2, y2 }: Ends): string =>
  `M${x2 - 1} ${y2}a${SIGN_PX} ${SIGN_PX} 0 1 0 ${-2 * SIGN_PX} 0a${SIGN_PX} ${SIGN_PX} 0 1 0 ${2 * SIGN_PX} 0z`;
export const markOf = ({ x2, y2 }: Ends): string => `M${x2 - 1 - SIGN_PX} ${y2 - 3}v3.5m0 2.5v.01`;
