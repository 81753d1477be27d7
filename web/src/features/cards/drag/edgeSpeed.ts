const REACH_PX = 72;
const FASTEST_PX = 22;

/** Pixels a frame to scroll when the pointer is near an end of what scrolls; negative towards the start. Grows with nearness. */
export function edgeSpeed(at: number, start: number, end: number, reach: number = REACH_PX): number {
  const room = Math.min(reach, (end - start) / 4);
  if (at < start + room) return -speed((start + room - at) / room);
  if (at > end - room) return speed((at - (end - room)) / room);
  return 0;
}

function speed(nearness: number): number {
  const bounded = Math.min(nearness, 1);
  return Math.ceil(bounded * bounded * FASTEST_PX);
}
