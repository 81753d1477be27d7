import { useLingui } from "@lingui/react/macro";
import type { Ref } from "react";
import { dateFormat, numberFormat } from "../../kits/formats";
import type { Flow, FlowColumn } from "./flowData";
import { highest, stack } from "./stack";

/** Hues in turn; the completed column is grey, because it is behind one. */
const HUES = ["blue", "violet", "teal", "orange", "pink", "green", "brown", "yellow", "red"];

function looksOf(columns: readonly FlowColumn[], column: FlowColumn): { fill: string; edge: string } {
  if (column.kind === "unknown") return { fill: "var(--sunken)", edge: "var(--line-strong)" };
  const at = columns.filter(({ kind }) => kind !== "unknown").findIndex(({ id }) => id === column.id);
  const hue = column.kind === "completed" ? "grey" : HUES[at % HUES.length];
  return { fill: `var(--tag-${hue})`, edge: `var(--tag-${hue}-ink)` };
}

type FlowChartProps = {
  flow: Flow;
  locale: string;
  drawing: Ref<SVGSVGElement>;
  nameOf: (column: FlowColumn) => string;
};

/** How many cards stood in each column at the end of each day, stacked; Completed lies at the bottom. The table beside it says the same. */
export function FlowChart({ flow, locale, drawing, nameOf }: FlowChartProps) {
  const { t } = useLingui();
  const { columns, days } = flow;
  const most = highest(columns);
  const day = (word: string | undefined) => (word ? dayWord(word, locale) : "");
  return (
    <figure className="flow__chart">
      <div className="flow__plot">
        <span className="flow__most figures" aria-hidden="true">
          {numberFormat(locale).format(most)}
        </span>
        <svg
          ref={drawing}
          className="flow__drawing"
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          role="img"
          aria-label={t`Tasks in each column, day by day`}
        >
          {stack([...columns].reverse(), most).map((layer) => {
            const { fill, edge } = looksOf(columns, layer);
            return (
              <g key={layer.id}>
                <path d={layer.area} style={{ fill }} />
                <path className={`flow__edge flow__edge--${layer.kind}`} d={layer.edge} style={{ stroke: edge }} />
              </g>
            );
          })}
        </svg>
      </div>
      <div className="flow__days figures" aria-hidden="true">
        <span>{day(days[0])}</span>
        <span>{day(days.at(-1))}</span>
      </div>
      <ul className="flow__legend">
        {columns.map((column) => (
          <li key={column.id}>
            <span className="flow__swatch" style={{ background: looksOf(columns, column).edge }} />
            <span dir="auto">{nameOf(column)}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** A day of the calendar, whatever the zone: its word is already the reader's own. */
export function dayWord(word: string, locale: string): string {
  return dateFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" }).format(new Date(`${word}T00:00Z`));
}
