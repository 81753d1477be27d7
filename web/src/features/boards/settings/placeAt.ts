/** The place at height `y` among lines whose middles stand at these heights, from above. */
export const placeAt = (middles: readonly number[], y: number): number => middles.filter((middle) => middle < y).length;
