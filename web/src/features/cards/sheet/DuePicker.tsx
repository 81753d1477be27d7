import { useLingui } from "@lingui/react/macro";
import { Button as AriaButton } from "react-aria-components/Button";
import type { CardRow } from "../../../contracts/rows";
import { exactTime, shortDay } from "../../../kits/datekit";
import { useSync } from "../../../sync/hooks";
import { DateField } from "../../../ui/Field";
import { Icon } from "../../../ui/icons";
import { Popover } from "../../../ui/Popover";
import { useBoard } from "../../boards/boardTools";
import { DueForm } from "../DueForm";
import { dueWords } from "../dueWords";
import { useMinute } from "../useMinute";

type DuePickerProps = { card: CardRow; isFrozen: boolean; isDone: boolean };

/** A date, with a time where it matters; said in words, the exact time on hover. */
export function DuePicker({ card, isFrozen, isDone }: DuePickerProps) {
  const { t } = useLingui();
  const sync = useSync();
  const { zone, locale } = useBoard();
  const now = useMinute();
  const due = dueWords(card, { now, zone, locale }, isDone);
  const exact = card.due_at === null ? undefined : exactTime(card.due_at, locale, zone);
  const words = due?.text ?? t`No date`;
  const start = card.start_on ? <Start day={card.start_on} /> : null;
  return (
    <div className="field">
      <span className="field__label">{t`Due`}</span>
      {isFrozen ? (
        <span className={due?.isOverdue ? "sheet__plain sheet__plain--overdue" : "sheet__plain"} title={exact}>
          {words}
          {start}
        </span>
      ) : (
        <Popover
          label={t`Due`}
          placement="bottom start"
          trigger={
            <AriaButton
              className={
                due?.isOverdue ? "field__input sheet__column sheet__plain--overdue" : "field__input sheet__column"
              }
              aria-label={t`Due: ${words}`}
            >
              <span className={due ? "sheet__column-name" : "sheet__column-name sheet__column-name--none"}>
                {words}
                {start}
              </span>
              <Icon name={due?.isOverdue ? "clock" : "calendar"} size={16} />
            </AriaButton>
          }
        >
          {(close) => (
            <DueForm
              due={card}
              onSet={(wish) => void sync.send("card.set_due", { card_ids: [card.id], ...wish })}
              onClose={close}
            >
              <DateField
                label={t`Start date`}
                value={card.start_on}
                onChange={(start_on) => void sync.send("card.set_start", { card_ids: [card.id], start_on })}
              />
            </DueForm>
          )}
        </Popover>
      )}
    </div>
  );
}

function Start({ day }: { day: string }) {
  const { t } = useLingui();
  const { locale } = useBoard();
  const when = shortDay(Date.parse(`${day}T12:00:00Z`), useMinute(), locale, "UTC");
  return <span className="due-form__start">{t`Starts ${when}`}</span>;
}
