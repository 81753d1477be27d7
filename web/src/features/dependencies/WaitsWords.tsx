import { useLingui } from "@lingui/react/macro";
import { listFormat } from "../../kits/formats";
import { useBoard } from "../boards/boardTools";
import { useWaitedFor } from "./useTies";

/** What describes a card to whom sees no lines: the open cards it waits for, by name, and what is wrong about that. */
export function WaitsWords({ id, cardId, more }: { id: string; cardId: string; more: string }) {
  const { t } = useLingui();
  const { locale } = useBoard();
  const titles = useWaitedFor(cardId);
  const names = titles.map((title) => (title ? `“${title}”` : t`a task you cannot see`));
  const whom = listFormat(locale).format(names);
  return (
    <span id={id} hidden>
      {names.length > 0 ? t`Waits for ${whom}.` : null} {more}
    </span>
  );
}
