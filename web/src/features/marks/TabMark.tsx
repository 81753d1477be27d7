import "./MarkSigns.css";
import { type Marks, useMarks } from "./marksStore";
import { useMarkWords } from "./markWords";
import { type SeenTab, tabOf } from "./seen";

/** Behind the title of a card's tab: something there has changed since one looked. */
export function TabMark({ cardId, tab }: { cardId: string; tab: SeenTab | "chat" }) {
  const there = [...(useMarks(cardId) ?? [])].filter(([aspect]) => tabOf(aspect) === tab);
  return there.length > 0 ? <Sign marks={new Map(there)} /> : null;
}

function Sign({ marks }: { marks: Marks }) {
  const words = useMarkWords(marks);
  return (
    <span className="mark-count" title={words}>
      <span className="mark-count__dot" />
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
