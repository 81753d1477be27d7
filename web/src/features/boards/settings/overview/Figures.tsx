import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useCallback, useMemo } from "react";
import type { CardRow, ColumnRow } from "../../../../contracts/rows";
import { percentFormat } from "../../../../kits/formats";
import { usePerson, useScope, useTable } from "../../../../sync/hooks";
import { Skeleton } from "../../../../ui/Skeleton";
import { useMinute } from "../../../cards/useMinute";
import { useBoard } from "../../boardTools";
import { Group } from "../Group";
import { type BoardFigures, boardFigures, byLoad, type Share } from "./boardFigures";
import "./Figures.css";

/** How far the board is: in per cent, as bars, and person by person. All of it is tables, so it can be read without being seen. */
export function Figures() {
  const { t } = useLingui();
  const figures = useFigures();
  if (!figures) return <Skeleton className="figures__skeleton" />;
  return (
    <>
      <Group title={t`Progress`}>
        <Progress figures={figures} />
      </Group>
      {figures.people.size > 0 ? (
        <Group title={t`People`}>
          <People figures={figures} />
        </Group>
      ) : null}
    </>
  );
}

/** Null until all cards are here. */
function useFigures(): BoardFigures | null {
  const { boardId, zone } = useBoard();
  const now = useMinute();
  const { state } = useScope(`board:${boardId}`);
  const isHere = useCallback((row: { board_id: string }) => row.board_id === boardId, [boardId]);
  const cards: readonly CardRow[] = useTable("cards", isHere);
  const columns: readonly ColumnRow[] = useTable("columns", isHere);
  return useMemo(
    () => (state === "ready" ? boardFigures(cards, columns, { now, zone }) : null),
    [state, cards, columns, now, zone],
  );
}

function Progress({ figures }: { figures: BoardFigures }) {
  const { t } = useLingui();
  const { locale } = useBoard();
  const { total, done } = figures;
  const share = total === 0 ? 0 : done / total;
  const lines = [
    { id: "done", name: t`Done`, count: done },
    { id: "progress", name: t`In progress`, count: figures.inProgress },
    { id: "overdue", name: t`Overdue`, count: figures.overdue },
    { id: "next", name: t`Due within a week`, count: figures.dueNext },
  ];
  return (
    <>
      <p className="figures__share">
        <strong>{percentFormat(locale).format(share)}</strong>{" "}
        <Plural
          value={total}
          _0="No tasks yet"
          one={`${done} of # task is done`}
          other={`${done} of # tasks are done`}
        />
      </p>
      <table className="figures__table">
        <caption className="visually-hidden">{t`Tasks by how they stand`}</caption>
        <tbody>
          {lines.map(({ id, name, count }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td className="figures__bar" aria-hidden="true">
                <span className={`figures__fill figures__fill--${id}`} style={{ inlineSize: width(count, total) }} />
              </td>
              <td className="figures__count">{count.toLocaleString(locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const width = (count: number, total: number) => `${total === 0 ? 0 : (100 * count) / total}%`;

function People({ figures }: { figures: BoardFigures }) {
  const { t } = useLingui();
  return (
    <table className="figures__table figures__table--people">
      <caption className="visually-hidden">{t`Open and overdue tasks of each person`}</caption>
      <thead>
        <tr>
          <th scope="col">{t`Person`}</th>
          <th scope="col" className="figures__count">{t`Open`}</th>
          <th scope="col" className="figures__count">{t`Overdue`}</th>
        </tr>
      </thead>
      <tbody>
        {byLoad(figures.people).map(([id, share]) => (
          <PersonLine key={id} id={id} share={share} />
        ))}
      </tbody>
    </table>
  );
}

function PersonLine({ id, share }: { id: string | null; share: Share }) {
  const { locale } = useBoard();
  const person = usePerson(id);
  return (
    <tr>
      <th scope="row" dir="auto">
        {id === null ? <Trans>Unassigned</Trans> : (person?.name ?? "…")}
      </th>
      <td className="figures__count">{share.open.toLocaleString(locale)}</td>
      <td className={share.overdue > 0 ? "figures__count figures__count--late" : "figures__count"}>
        {share.overdue.toLocaleString(locale)}
      </td>
    </tr>
  );
}
