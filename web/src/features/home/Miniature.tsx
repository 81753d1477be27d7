import type { HomeColumn } from "./homeData";
import "./Miniature.css";

const MOST_BARS = 7;
const MOST_COLUMNS = 7;

/** The board in small: its columns, and in each a bar for every task up to seven. Decoration; the counts stand beside it in words. */
export function Miniature({ columns }: { columns: readonly Pick<HomeColumn, "kind" | "count">[] }) {
  const shown = columns.filter((column) => column.kind !== "deleted").slice(0, MOST_COLUMNS);
  return (
    <div className="miniature" aria-hidden="true">
      {shown.map((column, at) => (
        <div key={at} className={`miniature__column miniature__column--${column.kind}`}>
          <span className="miniature__head" />
          {Array.from({ length: Math.min(column.count, MOST_BARS) }, (_, bar) => (
            <span
              key={bar}
              className={
                column.count > MOST_BARS && bar === MOST_BARS - 1
                  ? "miniature__bar miniature__bar--more"
                  : "miniature__bar"
              }
            />
          ))}
        </div>
      ))}
    </div>
  );
}
