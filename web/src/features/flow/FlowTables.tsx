import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { numberFormat } from "../../kits/formats";
import { duration } from "./durations";
import { dayWord } from "./FlowChart";
import type { Flow, FlowColumn, Pace } from "./flowData";

type TablesProps = { flow: Flow; locale: string; nameOf: (column: FlowColumn) => string };

/** The chart in figures, a row for each day, the newest first. */
export function DaysTable({ flow, locale, nameOf }: TablesProps) {
  const { t } = useLingui();
  const count = numberFormat(locale);
  const rows = flow.days.map((day, at) => ({ day, at })).reverse();
  return (
    <ScrollBox label={t`Tasks in each column, day by day`}>
      <table className="figures__table flow__table" aria-label={t`Tasks in each column, day by day`}>
        <thead>
          <tr>
            <th scope="col">{t`Day`}</th>
            {flow.columns.map((column) => (
              <th key={column.id} scope="col" className="figures__count" dir="auto">
                {nameOf(column)}
              </th>
            ))}
            <th scope="col" className="figures__count">{t`Completed that day`}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ day, at }) => (
            <tr key={day}>
              <th scope="row">{dayWord(day, locale)}</th>
              {flow.columns.map((column) => (
                <td key={column.id} className="figures__count">
                  {count.format(column.counts[at] ?? 0)}
                </td>
              ))}
              <td className="figures__count">{count.format(flow.done[at] ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** How long completed tasks took in all and in each column. */
export function PacesTable({ flow, locale, nameOf }: TablesProps) {
  const { t } = useLingui();
  const lines: { id: string; name: string; pace: Pace | null }[] = [
    { id: "lead", name: t`From new to completed`, pace: flow.lead },
    { id: "cycle", name: t`From begun to completed`, pace: flow.cycle },
    ...flow.columns
      .filter(({ kind }) => kind === "normal")
      .map((column) => ({ id: column.id, name: nameOf(column), pace: column.pace })),
  ];
  const word = (ms: number | undefined) => (ms === undefined ? "–" : duration(ms, locale));
  return (
    <table className="figures__table">
      <caption className="visually-hidden">{t`How long completed tasks took`}</caption>
      <thead>
        <tr>
          <th scope="col">{t`How long`}</th>
          <th scope="col" className="flow__time">{t`Half took at most`}</th>
          <th scope="col" className="flow__time">{t`85 of 100 took at most`}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, name, pace }) => (
          <tr key={id}>
            <th scope="row" dir="auto">
              {name}
            </th>
            <td className="flow__time">{word(pace?.median)}</td>
            <td className="flow__time">{word(pace?.promise)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Completed tasks one by one, the newest first. */
export function CardsTable({ flow, locale }: Omit<TablesProps, "nameOf">) {
  const { t } = useLingui();
  return (
    <ScrollBox label={t`Completed tasks`}>
      <table className="figures__table" aria-label={t`Completed tasks`}>
        <thead>
          <tr>
            <th scope="col">{t`Task`}</th>
            <th scope="col" className="flow__time">{t`From new to completed`}</th>
            <th scope="col" className="flow__time">{t`From begun to completed`}</th>
          </tr>
        </thead>
        <tbody>
          {flow.cards.map((card) => (
            <tr key={card.id}>
              <th scope="row" dir="auto">
                {card.title}
              </th>
              <td className="flow__time">{duration(card.lead, locale)}</td>
              <td className="flow__time">{card.cycle === null ? "–" : duration(card.cycle, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** A wide table scrolls sideways by itself; so that keys scroll it too, it takes the focus. */
function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by Tab
    <section className="flow__table-box" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
