/** Stands here until the board's screen comes. */
export function BoardPage() {
  return null;
}
