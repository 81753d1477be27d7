import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { classes } from "./classes";
import type { Finding } from "./findIn";
import { Icon } from "./icons";
import { Keys } from "./keys";
import { drawnRows, type Heights, heightOf, layRows, type PaletteRow, scrollFor } from "./paletteRows";

/** Fixed, so that what stands where is known without measuring; fingers get taller lines. */
const mouse: Heights = { group: 32, line: 36 };
const finger: Heights = { group: 32, line: 48 };
/** Until the list is measured. */
const SEEN_PX = 480;

type PaletteListProps = {
  id: string;
  label: string;
  findings: readonly Finding[];
  activeAt: number;
  onActive: (at: number) => void;
  onChoose: (finding: Finding) => void;
};

/** The lines below the field, of which only those in sight are in the page. The focus stays in the field; it names the active line. */
export function PaletteList({ id, label, findings, activeAt, onActive, onChoose }: PaletteListProps) {
  const list = useRef<HTMLDivElement>(null);
  const [from, setFrom] = useState(0);
  const [seen, setSeen] = useState(SEEN_PX);
  const [heights] = useState(() => (matchMedia("(pointer: coarse)").matches ? finger : mouse));
  const rows = useMemo(() => layRows(findings, heights), [findings, heights]);
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setSeen(element.clientHeight || SEEN_PX));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    element.scrollTop = scrollFor(rows, activeAt, element.scrollTop, element.clientHeight || SEEN_PX);
    setFrom(element.scrollTop);
  }, [rows, activeAt]);
  return (
    <div
      ref={list}
      className="palette__list"
      role="listbox"
      id={id}
      aria-label={label}
      onScroll={(event) => setFrom(event.currentTarget.scrollTop)}
    >
      <div className="palette__rows" role="presentation" style={{ blockSize: heightOf(rows) }}>
        {drawnRows(rows, from, seen, activeAt).map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options is no form
          <div key={group.label} className="palette__part" role="group" aria-label={group.label || label}>
            {group.rows.map((row) =>
              row.kind === "group" ? (
                <div key="group" className="palette__group" style={placeOf(row)} aria-hidden="true">
                  {row.label}
                </div>
              ) : (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
                <div
                  key={row.finding.id}
                  id={`${id}-${row.at}`}
                  role="option"
                  tabIndex={-1}
                  data-finding={row.finding.id}
                  aria-selected={row.at === activeAt}
                  aria-posinset={row.at + 1}
                  aria-setsize={findings.length}
                  className={classes("palette__line", row.at === activeAt && "palette__line--active")}
                  style={placeOf(row)}
                  onPointerMove={() => onActive(row.at)}
                  onClick={() => onChoose(row.finding)}
                >
                  <Line finding={row.finding} />
                </div>
              ),
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

const placeOf = ({ top, height }: PaletteRow) => ({ insetBlockStart: top, blockSize: height });

function Line({ finding }: { finding: Finding }) {
  return (
    <>
      <span className="palette__mark">{finding.mark ?? (finding.icon ? <Icon name={finding.icon} /> : null)}</span>
      <bdi className="palette__label">{finding.label}</bdi>{" "}
      {finding.note ? <bdi className="palette__note">{finding.note}</bdi> : null}
      <span className="palette__end">
        {finding.badge}
        {finding.isSelected ? <Icon name="check" size={16} className="palette__check" /> : null}
        {finding.keys ? <Keys keys={finding.keys} /> : null}
        {finding.choices ? <Icon name="chevronEnd" size={16} /> : null}
      </span>
    </>
  );
}
