import { useState } from "react";
import { useRow } from "../../../sync/hooks";
import { paletteFrom } from "../../../ui/paletteState";
import { CardFindings } from "../../cards/finding/CardFindings";
import { SelectionFindings } from "../../cards/finding/SelectionFindings";
import { useBoard } from "../boardTools";
import { useBoardPlaceCommands } from "./useBoardPlaceCommands";
import { useColumnCommands } from "./useColumnCommands";

/** What the palette offers on a board beside the commands that have keys; on the page while the palette is. An open card brings its own. */
export function BoardFindings({ isCardOpen }: { isCardOpen: boolean }) {
  const { selection } = useBoard();
  const [focused] = useState(() => paletteFrom()?.closest<HTMLElement>("[data-card]")?.dataset.card ?? null);
  const card = useRow("cards", focused);
  useColumnCommands();
  useBoardPlaceCommands();
  if (isCardOpen) return null;
  if (selection.size > 0) return <SelectionFindings />;
  return card ? <CardFindings card={card} isOpen={false} /> : null;
}
