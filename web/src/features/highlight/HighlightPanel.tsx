import { useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import type { SavedFilterRow } from "../../contracts/rows";
import { useTable } from "../../sync/hooks";
import { useBoard } from "../boards/boardTools";
import { Choice } from "./Choice";
import { FilterForm } from "./FilterForm";
import { BoardGaps } from "./FilterGaps";
import { EMPTY } from "./filter";
import "./guesses/registered";
import "./HighlightPanel.css";
import { KeepHighlight, type Mix } from "./KeepHighlight";
import { fetchHighlight } from "./late";
import { PanelFoot } from "./PanelFoot";
import { SavedHighlight } from "./SavedHighlight";
import { isEmpty } from "./storedFilter";
import { useWish } from "./useWish";
import { READY, readyIcon, readyWord } from "./wishes";

const isHighlight = (row: SavedFilterRow) => !row.is_view;

/** *Highlight tasks on this board*: the ready-made ones, those one has saved, and any mix of one's own. */
export function HighlightPanel() {
  const { t } = useLingui();
  const { highlight, boardId } = useBoard();
  const [wish, setWish] = useWish(highlight);
  const saved = useTable("saved_filters", isHighlight);
  const isCustom = wish?.pick === "custom";
  /** The form, when it is open: what it says, also while that is nothing and picks out nothing. */
  const [mix, setMix] = useState<Mix | null>(isCustom ? wish : null);
  const isAlone = wish?.isAlone ?? false;
  useEffect(() => void fetchHighlight(), []);
  useEffect(() => {
    // Ended from outside, the form is not left saying something else than the board.
    if (!wish) setMix((now) => (now && isEmpty(now.filter) ? now : null));
  }, [wish]);
  const show = (next: Mix) => {
    setMix(next);
    setWish(isEmpty(next.filter) ? null : { pick: "custom", ...next, isAlone });
  };
  const end = () => {
    setMix(null);
    setWish(null);
  };
  const close = () => (isCustom ? end() : setMix(null));
  return (
    <div className="highlight">
      <ul className="highlight__list" aria-label={t`Ready-made`}>
        {READY.map((pick) => (
          <li key={pick}>
            <Choice
              icon={readyIcon[pick]}
              isOn={wish?.pick === pick}
              run={() => {
                setMix(null);
                setWish(wish?.pick === pick ? null : { pick, filter: EMPTY, saved: null, isAlone });
              }}
            >
              {readyWord(pick)}
            </Choice>
          </li>
        ))}
      </ul>
      {saved.length > 0 ? (
        <section>
          <h3 className="field__label">{t`Saved`}</h3>
          <ul className="highlight__list" aria-label={t`Saved`}>
            {[...saved].sort(byName).map((row) => (
              <SavedHighlight
                key={row.id}
                row={row}
                isOn={isCustom && wish.saved === row.id}
                onChoose={(filter) => (filter ? show({ filter, saved: row.id }) : end())}
              />
            ))}
          </ul>
        </section>
      ) : null}
      <section className="highlight__custom">
        <Choice
          icon="filter"
          isOn={mix !== null}
          isForm
          run={mix ? close : () => setMix({ filter: EMPTY, saved: null })}
        >
          {t`Custom highlight`}
        </Choice>
        {mix ? (
          <>
            <BoardGaps {...mix} board={boardId} />
            <FilterForm filter={mix.filter} board={boardId} onChange={(filter) => show({ ...mix, filter })} />
            {isEmpty(mix.filter) ? null : <KeepHighlight mix={mix} onChange={show} />}
          </>
        ) : null}
      </section>
      {wish ? <PanelFoot wish={wish} setWish={setWish} onEnd={end} /> : null}
    </div>
  );
}

const byName = (one: SavedFilterRow, other: SavedFilterRow) => one.name.localeCompare(other.name);
