/** Columns stacked on each other day by day, as paths of a drawing that is 100 wide and 100 high. */

export type Layer<T> = T & { area: string; edge: string };

/** `counts` by column, the lowest layer first; all of the same length. The drawing's height stands for `most`. */
export function stack<T extends { counts: readonly number[] }>(columns: readonly T[], most: number): Layer<T>[] {
  const days = columns[0]?.counts.length ?? 0;
  const x = (day: number) => round(days > 1 ? (100 * day) / (days - 1) : 0);
  const y = (count: number) => round(100 - (100 * count) / Math.max(most, 1));
  let below = new Array<number>(days).fill(0);
  return columns.map((column) => {
    const { counts } = column;
    const top = below.map((count, day) => count + (counts[day] ?? 0));
    const edge = top.map((count, day) => `${x(day)} ${y(count)}`).join(" L");
    const back = below.map((count, day) => `${x(day)} ${y(count)}`).reverse();
    below = top;
    return { ...column, area: `M${edge} L${back.join(" L")} Z`, edge: `M${edge}` };
  });
}

/** The most cards that stood on the board at the end of a day. */
export function highest(columns: readonly { counts: readonly number[] }[]): number {
  const days = columns[0]?.counts.length ?? 0;
  let most = 0;
  for (let day = 0; day < days; day++) {
    most = Math.max(
      most,
      columns.reduce((sum, { counts }) => sum + (counts[day] ?? 0), 0),
    );
  }
  return most;
}

const round = (figure: number) => Math.round(figure * 100) / 100;
