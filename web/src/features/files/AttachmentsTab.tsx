import type { TabProps } from "../cards/sheet/tabs";
import { Shelf } from "./Shelf";

/** What hangs on a card. */
export function AttachmentsTab({ card, isFrozen }: TabProps) {
  return <Shelf key={card.id} subject={{ kind: "card", id: card.id }} isFrozen={isFrozen} />;
}
