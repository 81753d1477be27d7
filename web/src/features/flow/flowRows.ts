/* Flow as rows of a table, for spreadsheets. */
import { t } from "@lingui/core/macro";
import { inDays } from "./durations";
import type { Flow, FlowColumn } from "./flowData";

type Rows = (string | number)[][];
type NameOf = (column: FlowColumn) => string;

export function dayRows({ days, columns, done }: Flow, nameOf: NameOf): Rows {
  const head = [t`Day`, ...columns.map(nameOf), t`Completed that day`];
  const rows = days.map((day, at) => [day, ...columns.map(({ counts }) => counts[at] ?? 0), done[at] ?? 0]);
  return [head, ...rows];
}

/** Times in days; what the log does not tell stays empty. */
export function cardRows(flow: Flow, nameOf: NameOf): Rows {
  const columns = flow.columns.filter(({ kind }) => kind === "normal");
  const head = [t`Task`, t`From new to completed, days`, t`From begun to completed, days`, ...columns.map(nameOf)];
  const rows = flow.cards.map(({ title, lead, cycle, columns: times }) => {
    const days = (ms: number | null | undefined, none: string | number) => (ms == null ? none : inDays(ms));
    const never = cycle === null ? "" : 0;
    return [title, inDays(lead), days(cycle, ""), ...columns.map(({ id }) => days(times[id], never))];
  });
  return [head, ...rows];
}
