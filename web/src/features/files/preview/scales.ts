const STEPS = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8];

/** The next larger or smaller of the usual sizes. */
export function nextScale(now: number, step: 1 | -1): number {
  const next = step > 0 ? STEPS.find((one) => one > now * 1.01) : STEPS.findLast((one) => one < now * 0.99);
  return next ?? now;
}
