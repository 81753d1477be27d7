import { useLingui } from "@lingui/react/macro";
import { useBoard } from "../boards/boardTools";
import { useMinute } from "../cards/useMinute";
import { duration } from "./durations";
import "./flow.css";
import { type CardFlow, useAnswer } from "./flowData";

/** How long the card has stood in which column, in the order in which it came there, and what it took in all. */
export function CardStays({ cardId, version }: { cardId: string; version: unknown }) {
  const { t } = useLingui();
  const { locale } = useBoard();
  const now = useMinute();
  const { data } = useAnswer<CardFlow>(`/api/v1/cards/${cardId}/flow`, version);
  if (!data || data.stays.length === 0) return null;
  const sums: [string, number | null][] = [
    [t`From begun to completed`, data.cycle],
    [t`From new to completed`, data.lead],
  ];
  return (
    <details className="stays">
      <summary>{t`Time in each column`}</summary>
      <dl className="stays__list">
        {data.stays.map(({ column_id, column, from_at, to_at }) => (
          <div key={`${column_id} ${from_at}`} className="stays__line">
            <dt dir="auto">
              {column === null ? t`On another board, or in a column that is gone` : column || t`Completed`}
            </dt>
            <dd>{duration((to_at ?? now) - from_at, locale)}</dd>
          </div>
        ))}
        {sums.map(([name, ms]) =>
          ms === null ? null : (
            <div key={name} className="stays__line stays__line--sum">
              <dt>{name}</dt>
              <dd>{duration(ms, locale)}</dd>
            </div>
          ),
        )}
      </dl>
    </details>
  );
}
