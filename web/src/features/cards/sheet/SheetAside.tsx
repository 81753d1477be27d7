import { useLingui } from "@lingui/react/macro";
import { useId, useState } from "react";
import { classes } from "../../../ui/classes";
import { Icon } from "../../../ui/icons";
import { useColumnTitle } from "../../boards/columnTitle";
import { priorityWord, statusWord } from "../facts";
import { SheetFacts } from "./SheetFacts";
import type { TabProps } from "./tabs";

/** The facts beside the tabs. Where there is no room beside, they fold into one line that says the main ones. */
export function SheetAside({ card, column, isFrozen }: TabProps) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const factsId = useId();
  const words = [
    useColumnTitle(column),
    card.status === "normal" ? null : statusWord(card.status),
    card.priority === "normal" ? null : priorityWord(card.priority),
  ];
  return (
    <aside className={classes("sheet__aside", isOpen && "sheet__aside--open")} aria-label={t`Facts`}>
      <button
        type="button"
        className="sheet__bar"
        aria-expanded={isOpen}
        aria-controls={factsId}
        onClick={() => setOpen(!isOpen)}
      >
        <span className="sheet__bar-words" dir="auto">
          {words.filter(Boolean).join(" · ")}
        </span>
        <Icon name={isOpen ? "chevronUp" : "chevronDown"} size={16} />
      </button>
      <div id={factsId} className="sheet__aside-facts">
        <SheetFacts card={card} column={column} isFrozen={isFrozen} />
      </div>
    </aside>
  );
}
