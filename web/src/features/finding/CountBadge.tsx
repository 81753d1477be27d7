import type { ReactNode } from "react";

/** A quiet figure at the end of a line; nothing for none. */
export function countBadge(count: number | undefined): ReactNode {
  return count ? <span className="palette__count figures">{count}</span> : null;
}

/** How much is new on a board: orange, with its word for who cannot see that. */
export function newBadge(count: number, words: string): ReactNode {
  return (
    <span className="palette__count palette__count--new figures" role="img" aria-label={words} title={words}>
      {count}
    </span>
  );
}
