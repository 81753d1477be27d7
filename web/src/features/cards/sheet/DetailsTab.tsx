import { DetailsField } from "./DetailsField";
import type { TabProps } from "./tabs";

/** A card's long text. */
export function DetailsTab({ card, isFrozen }: TabProps) {
  return <DetailsField key={card.id} cardId={card.id} isFrozen={isFrozen} />;
}
