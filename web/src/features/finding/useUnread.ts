const NONE: ReadonlyMap<string, number> = new Map();

/** How many unread marks each board has. */
export function useUnread(): ReadonlyMap<string, number> {
  return NONE;
}
