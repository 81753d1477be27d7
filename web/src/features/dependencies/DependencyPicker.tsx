import { useLingui } from "@lingui/react/macro";
import { useCallback, useEffect, useState } from "react";
import type { CardRow } from "../../contracts/rows";
import { api } from "../../kits/apikit";
import { useTable } from "../../sync/hooks";
import { PickList } from "../../ui/PickList";

type Found = { card_id: string; board_id: string; title: string };
type PickerProps = { card: CardRow; tied: ReadonlySet<string>; onPick: (cardId: string, isOn: boolean) => void };

const TYPING_MS = 200;
const SHORTEST = 2;

/** The open cards of the board; whoever types finds those of other boards too. */
export function DependencyPicker({ card, tied, onPick }: PickerProps) {
  const { t } = useLingui();
  const [words, setWords] = useState("");
  const here = useTable(
    "cards",
    useCallback(
      (row: CardRow) =>
        row.board_id === card.board_id && row.id !== card.id && row.completed_at === null && row.deleted_at === null,
      [card.board_id, card.id],
    ),
  );
  const away = useAway(words).filter((found) => found.board_id !== card.board_id && found.card_id !== card.id);
  const picks = [
    ...here.map(({ id, title }) => ({ id, label: title })),
    ...away.map(({ card_id, title }) => ({ id: card_id, label: title })),
  ];
  return (
    <PickList
      label={t`Find a task`}
      none={t`No task is called that.`}
      picks={picks.map((one) => ({ ...one, state: tied.has(one.id) ? "on" : "off" }))}
      onPick={onPick}
      onWords={setWords}
    />
  );
}

/** Cards the server finds by these words, on every board one may read. */
function useAway(words: string): readonly Found[] {
  const [found, setFound] = useState<readonly Found[]>([]);
  const wanted = words.trim();
  useEffect(() => {
    if (wanted.length < SHORTEST) return setFound([]);
    const leaving = new AbortController();
    const timer = setTimeout(() => {
      api
        .get<{ cards: Found[] }>(`/api/v1/search?q=${encodeURIComponent(wanted)}`, { signal: leaving.signal })
        .then(({ cards }) => setFound(cards))
        .catch(() => undefined);
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [wanted]);
  return found;
}
