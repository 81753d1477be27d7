import { DetailsField } from "./DetailsField";
import type { TabProps } from "./tabs";

/** A card's long text. */
export function DetailsTab({ card, isFrozen }: TabProps) {
  return <DetailsField cardId={card.id} isFrozen={isFrozen} />;
}
