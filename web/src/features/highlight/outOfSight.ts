import type { Span } from "../cards/drag/slots";

export type Away = { above: number; nextAbove: number; below: number; nextBelow: number };

/**
 * How many of these places of a list, given in rising order, lie above and below what is in sight, and the nearest of each; -1: none.
 * A card is in sight while its middle is.
 */
export function outOfSight(places: readonly number[], spans: readonly Span[], top: number, bottom: number): Away {
  const middleOf = (place: number) => {
    const span = spans[place];
    return span ? span.start + span.size / 2 : 0;
  };
  const above = countWhile(places, (place) => middleOf(place) < top);
  const notBelow = countWhile(places, (place) => middleOf(place) <= bottom);
  return {
    above,
    nextAbove: places[above - 1] ?? -1,
    below: places.length - notBelow,
    nextBelow: places[notBelow] ?? -1,
  };
}

/** How many at the start hold, where all that hold stand before all that do not. */
function countWhile(places: readonly number[], holds: (place: number) => boolean): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(places[middle] as number)) low = middle + 1;
    else high = middle;
  }
  return low;
}
