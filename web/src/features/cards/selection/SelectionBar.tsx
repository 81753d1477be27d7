import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { Toolbar } from "react-aria-components/Toolbar";
import type { CardRow } from "../../../contracts/rows";
import { store, useSync, useTable } from "../../../sync/hooks";
import { Button, IconButton } from "../../../ui/Button";
import { useBoard } from "../../boards/boardTools";
import { clipboard } from "../clipboard/clipboard";
import { completeCards, deleteCards, purgeCards, restoreCards, rowsOf } from "./bulkActs";
import { FactControls } from "./FactControls";
import "./SelectionBar.css";

/** What can be done with the selected cards, at the foot of the board. */
export function SelectionBar({ ids }: { ids: readonly string[] }) {
  const { t } = useLingui();
  const board = useBoard();
  const cards = useSelectedRows(ids);
  const kinds = kindsOf(cards);
  const { canWrite } = board.rights;
  const bar = useRef<HTMLDivElement>(null);
  useFocusOnRequest(bar);
  // All that was selected has left the board.
  useEffect(() => {
    if (cards.length === 0) board.selection.clear();
  }, [cards.length, board.selection]);
  return (
    <Toolbar ref={bar} className="selection-bar" aria-label={t`Selected tasks`}>
      <span className="selection-bar__count figures" aria-live="polite">
        {plural(cards.length, { one: "# selected", other: "# selected" })}
      </span>
      {canWrite && kinds.has("normal") ? <FactControls cards={cards} /> : null}
      <span className="selection-bar__acts">
        {canWrite ? <Acts kinds={kinds} /> : null}
        <ClipActs kinds={kinds} />
      </span>
      <IconButton icon="close" label={t`Clear the selection`} keys="escape" onPress={() => board.selection.clear()} />
    </Toolbar>
  );
}

function useSelectedRows(ids: readonly string[]): readonly CardRow[] {
  const { boardId } = useBoard();
  const chosen = useMemo(() => new Set(ids), [ids]);
  return useTable(
    "cards",
    useCallback((card: CardRow) => chosen.has(card.id) && card.board_id === boardId, [chosen, boardId]),
  );
}

type Kinds = ReadonlySet<string>;
const kindsOf = (cards: readonly CardRow[]): Kinds =>
  new Set(cards.map((card) => store.read("columns", card.column_id)?.kind ?? ""));

function Acts({ kinds }: { kinds: Kinds }) {
  const { t } = useLingui();
  const sync = useSync();
  const { boardId, rights, selection, showMoveCard } = useBoard();
  const then = (act: (ids: string[]) => Promise<void>) => () => {
    const ids = selection.cards();
    selection.clear();
    void act(ids);
  };
  const isAlive = kinds.has("normal") || kinds.has("completed");
  return (
    <>
      <Button look="quiet" icon="move" onPress={() => showMoveCard(selection.cards())}>{t`Move to…`}</Button>
      {kinds.has("normal") ? (
        <IconButton
          icon="check"
          label={t`Complete`}
          keys="c"
          onPress={then((ids) => completeCards(sync, boardId, ids))}
        />
      ) : null}
      {kinds.has("deleted") ? (
        <IconButton icon="restore" label={t`Restore`} onPress={then((ids) => restoreCards(sync, ids))} />
      ) : null}
      {isAlive ? (
        <IconButton icon="trash" label={t`Delete`} keys="delete" onPress={then((ids) => deleteCards(sync, ids))} />
      ) : null}
      {!isAlive && rights.canManage ? (
        <Button
          look="quiet"
          icon="trash"
          onPress={() => void purgeCards(sync, selection.cards())}
        >{t`Delete for ever…`}</Button>
      ) : null}
    </>
  );
}

function ClipActs({ kinds }: { kinds: Kinds }) {
  const { t } = useLingui();
  const { personId, rights, selection } = useBoard();
  const put = (act: "cut" | "copy") => () => {
    clipboard.put(act, personId ?? "", rowsOf(selection.cards()));
    selection.clear();
  };
  return (
    <>
      {rights.canWrite && !kinds.has("deleted") ? (
        <IconButton icon="cut" label={t`Cut`} keys="mod+x" onPress={put("cut")} />
      ) : null}
      <IconButton icon="copy" label={t`Copy`} keys="mod+c" onPress={put("copy")} />
    </>
  );
}

/** *Set details of all tasks…* comes here by keyboard too. */
function useFocusOnRequest(bar: React.RefObject<HTMLDivElement | null>): void {
  const { selection } = useBoard();
  useEffect(() => {
    const focus = () => bar.current?.querySelector<HTMLElement>("button")?.focus();
    if (selection.wantsFocus) focus();
    selection.wantsFocus = false;
  });
}
