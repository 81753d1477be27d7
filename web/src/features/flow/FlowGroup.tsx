import { useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";
import { dateFormat } from "../../kits/formats";
import { useScopeSeq } from "../../sync/hooks";
import { Button } from "../../ui/Button";
import { Skeleton } from "../../ui/Skeleton";
import { Segmented } from "../../ui/Toggle";
import { useBoard } from "../boards/boardTools";
import { Group } from "../boards/settings/Group";
import { chartFile } from "./chartFile";
import { toCsv } from "./csv";
import { download } from "./download";
import { FlowChart } from "./FlowChart";
import { CardsTable, DaysTable, PacesTable } from "./FlowTables";
import "./flow.css";
import { type Flow, type FlowColumn, useAnswer } from "./flowData";
import { cardRows, dayRows } from "./flowRows";

const SPANS = ["14", "30", "90", "366"] as const;
type Span = (typeof SPANS)[number];

/** How work flows over the board: its columns day by day, and how long completed tasks took. */
export function FlowGroup() {
  const { t } = useLingui();
  const { boardId, zone } = useBoard();
  const [span, setSpan] = useState<Span>("30");
  const seq = useScopeSeq(`board:${boardId}`);
  const path = `/api/v1/boards/${boardId}/flow?days=${span}&zone=${encodeURIComponent(zone)}`;
  const { data, hasFailed } = useAnswer<Flow>(path, seq);
  const words: Record<Span, string> = {
    "14": t`2 weeks`,
    "30": t`30 days`,
    "90": t`3 months`,
    "366": t`A year`,
  };
  return (
    <Group title={t`Flow`}>
      <Segmented
        label={t`How far back`}
        isLabelHidden
        choices={SPANS.map((id) => ({ id, label: words[id] }))}
        value={span}
        onChange={setSpan}
      />
      {data ? <Told flow={data} /> : hasFailed ? <Failed /> : <Skeleton className="figures__skeleton" />}
    </Group>
  );
}

function Failed() {
  const { t } = useLingui();
  return <p className="board-settings__muted">{t`These figures could not be loaded. They need a connection.`}</p>;
}

function Told({ flow: told }: { flow: Flow }) {
  const { t } = useLingui();
  const { locale, board } = useBoard();
  const flow = withUnknown(told, t`Column not known`);
  const [isTable, setTable] = useState(false);
  const drawing = useRef<SVGSVGElement>(null);
  const nameOf = (column: FlowColumn) => column.name || t`Completed`;
  const saveFigures = () => {
    download(`${board.name}.csv`, "text/csv", toCsv([...dayRows(flow, nameOf), [], ...cardRows(flow, nameOf)]));
  };
  const saveChart = () => {
    if (drawing.current) download(`${board.name}.svg`, "image/svg+xml", chartFile(drawing.current, board.name));
  };
  return (
    <div className="flow">
      <div className="board-settings__buttons">
        <Button size="small" onPress={() => setTable(!isTable)}>
          {isTable ? t`Show as a chart` : t`Show as a table`}
        </Button>
        <Button size="small" icon="download" onPress={saveFigures}>{t`Figures (CSV)`}</Button>
        {isTable ? null : <Button size="small" icon="download" onPress={saveChart}>{t`Chart (SVG)`}</Button>}
      </div>
      {isTable ? (
        <DaysTable flow={flow} locale={locale} nameOf={nameOf} />
      ) : (
        <FlowChart flow={flow} locale={locale} drawing={drawing} nameOf={nameOf} />
      )}
      {flow.known_from === null ? null : <KnownFrom at={flow.known_from} />}
      <PacesTable flow={flow} locale={locale} nameOf={nameOf} />
      {flow.cards.length > 0 ? (
        <CardsTable flow={flow} locale={locale} />
      ) : (
        <p className="board-settings__muted">{t`No task was completed in this time.`}</p>
      )}
    </div>
  );
}

/** With what is unknown as a column of its own, on top of all. */
function withUnknown(flow: Flow, name: string): Flow {
  if (flow.known_from === null) return flow;
  const column = { id: "unknown", kind: "unknown", name, counts: flow.unknown, pace: null };
  return { ...flow, columns: [column, ...flow.columns] };
}

/** Since when the log tells of every task: imported ones are older. */
function KnownFrom({ at }: { at: number }) {
  const { t } = useLingui();
  const { locale, zone } = useBoard();
  const day = dateFormat(locale, { dateStyle: "long", timeZone: zone }).format(at);
  return <p className="board-settings__muted">{t`In which column every task stood is known from ${day} on.`}</p>;
}
