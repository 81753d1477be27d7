import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import type { CardRow, DependencyRow } from "../../contracts/rows";
import { useRow, useSync } from "../../sync/hooks";
import { Icon } from "../../ui/icons";
import { Popover } from "../../ui/Popover";
import { Segmented } from "../../ui/Toggle";
import { useBoard } from "../boards/boardTools";
import "./dependencies.css";
import { DependencyPicker } from "./DependencyPicker";
import { useElsewhere } from "./elsewhere";
import { isDone, useBlockers, useTies } from "./useTies";

export type DependencyKind = "blocked_by" | "blocks";

/** What the open card waits for, and what waits for it. */
export function DependencyField({ card, isFrozen }: { card: CardRow; isFrozen: boolean }) {
  const { t } = useLingui();
  const ties = useTies(card.id);
  // Completing one of them changes how it is drawn.
  useBlockers(ties);
  const lists: { kind: DependencyKind; title: string }[] = [
    { kind: "blocked_by", title: t`Is blocked by` },
    { kind: "blocks", title: t`Blocks` },
  ];
  if (isFrozen && ties.length === 0) return null;
  return (
    <div className="field">
      <span className="field__label">{t`Dependencies`}</span>
      {lists.map(({ kind, title }) => {
        const listed = ties.filter((tie) => tie.kind === kind);
        return listed.length === 0 ? null : (
          <div key={kind} className="ties">
            <span className="ties__title">{title}</span>
            <ul className="ties__list" aria-label={title}>
              {listed.map((tie) => (
                <Tie key={tie.id} tie={tie} isFrozen={isFrozen} />
              ))}
            </ul>
          </div>
        );
      })}
      {isFrozen ? null : <AddTie card={card} ties={ties} />}
    </div>
  );
}

function Tie({ tie, isFrozen }: { tie: DependencyRow; isFrozen: boolean }) {
  const { t } = useLingui();
  const sync = useSync();
  const board = useBoard();
  const here = useRow("cards", tie.other_id);
  const elsewhere = useElsewhere(tie.other_id);
  const other = here ?? elsewhere;
  const title = other?.title ?? t`A task you cannot see`;
  const done = isDone(tie);
  const address = elsewhere && !here ? `/b/${elsewhere.board_id}/c/${elsewhere.id}` : board.cardAddress(tie.other_id);
  const open = (event: React.MouseEvent) => {
    if (!here || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    board.openCard(tie.other_id);
  };
  const untie = () => void sync.send("dependency.remove", { card_id: tie.card_id, other_id: tie.other_id });
  return (
    <li className="ties__one">
      <Icon name={done ? "check" : "lock"} size={16} label={done ? t`Done` : t`Not done`} />
      <span className="ties__words">
        {other ? (
          <a href={address} dir="auto" onClick={open} className={done ? "ties__done" : undefined}>
            {title}
          </a>
        ) : (
          <span className="ties__unseen">{title}</span>
        )}
        {elsewhere && !here ? (
          <span className="ties__board" dir="auto">
            {elsewhere.board}
          </span>
        ) : null}
      </span>
      {isFrozen ? null : (
        <button
          type="button"
          className="ties__untie"
          aria-label={t`Remove the dependency on “${title}”`}
          onClick={untie}
        >
          <Icon name="close" size={16} />
        </button>
      )}
    </li>
  );
}

function AddTie({ card, ties }: { card: CardRow; ties: readonly DependencyRow[] }) {
  const { t } = useLingui();
  const sync = useSync();
  const [kind, setKind] = useState<DependencyKind>("blocked_by");
  const pick = (other_id: string, isOn: boolean) => {
    if (isOn) void sync.send("dependency.add", { card_id: card.id, kind, other_id });
    else void sync.send("dependency.remove", { card_id: card.id, other_id });
  };
  return (
    <Popover
      label={t`Dependencies`}
      placement="bottom start"
      trigger={
        <AriaButton className="field__input sheet__column">
          <span className="sheet__column-name sheet__column-name--none">{t`Add a dependency`}</span>
          <Icon name="lock" size={16} />
        </AriaButton>
      }
    >
      <div className="ties__adding">
        <Segmented
          label={t`What this task is to the other`}
          isLabelHidden
          choices={[
            { id: "blocked_by", label: t`Is blocked by` },
            { id: "blocks", label: t`Blocks` },
          ]}
          value={kind}
          onChange={setKind}
        />
        <DependencyPicker
          card={card}
          tied={new Set(ties.filter((tie) => tie.kind === kind).map((tie) => tie.other_id))}
          onPick={pick}
        />
      </div>
    </Popover>
  );
}
