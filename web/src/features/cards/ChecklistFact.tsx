import { useLingui } from "@lingui/react/macro";
import type { CardRow } from "../../contracts/rows";
import { classes } from "../../ui/classes";
import { Icon } from "../../ui/icons";
import { useBoard } from "../boards/boardTools";
import { dueWords } from "./dueWords";

type ChecklistFactProps = { card: CardRow; now: number; isDone: boolean };

/** How far a card's checklist is, and when its next step is due; done cards have no next step. */
export function ChecklistFact({ card, now, isDone }: ChecklistFactProps) {
  const { t } = useLingui();
  const { zone, locale } = useBoard();
  const [done, total] = [card.checklist_done, card.checklist_total];
  const next = isDone ? null : dueWords({ due_at: card.checklist_due_at, due_time: null }, { now, zone, locale });
  return (
    <span
      className={classes("card__fact card__fact--checklist figures", next?.isOverdue && "card__fact--overdue")}
      title={t`${done} of ${total} done`}
    >
      <Icon name="checklist" size={16} />
      <bdi dir="ltr">
        {done}/{total}
      </bdi>
      {next ? <span>· {next.text}</span> : null}
    </span>
  );
}
