import { useLingui } from "@lingui/react/macro";
import { Button as AriaButton } from "react-aria-components/Button";
import type { CardRow } from "../../../contracts/rows";
import { addDays, dayIn, exactTime, shortDay } from "../../../kits/datekit";
import { useSync } from "../../../sync/hooks";
import { Button } from "../../../ui/Button";
import { DateField, Field } from "../../../ui/Field";
import { Icon } from "../../../ui/icons";
import { Popover } from "../../../ui/Popover";
import { useBoard } from "../../boards/boardTools";
import { dueWords } from "../dueWords";
import { useMinute } from "../useMinute";

type DuePickerProps = { card: CardRow; isFrozen: boolean; isDone: boolean };

const WEEK = 7;

/** A date, with a time where it matters; said in words, the exact time on hover. */
export function DuePicker({ card, isFrozen, isDone }: DuePickerProps) {
  const { t } = useLingui();
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
          {(close) => <DueForm card={card} today={dayIn(now, zone)} exact={exact} onClose={close} />}
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

type DueFormProps = { card: CardRow; today: string; exact: string | undefined; onClose: () => void };

function DueForm({ card, today, exact, onClose }: DueFormProps) {
  const { t } = useLingui();
  const { zone } = useBoard();
  const sync = useSync();
  const set = (due_on: string | null, due_time: string | null) => {
    if (due_on === card.due_on && due_time === card.due_time) return;
    void sync.send("card.set_due", {
      card_ids: [card.id],
      due_on,
      ...(due_on ? { due_time, due_zone: card.due_zone ?? zone } : {}),
    });
  };
  const choose = (day: string) => {
    set(day, card.due_time);
    onClose();
  };
  return (
    <div className="due-form">
      <div className="due-form__quick">
        <Button size="small" onPress={() => choose(today)}>{t`Today`}</Button>
        <Button size="small" onPress={() => choose(addDays(today, 1))}>{t`Tomorrow`}</Button>
        <Button size="small" onPress={() => choose(addDays(today, WEEK))}>{t`In a week`}</Button>
      </div>
      <Field label={t`Date`}>
        {({ id }) => (
          <input
            id={id}
            type="date"
            className="field__input figures"
            value={card.due_on ?? ""}
            onChange={(event) => event.target.value && set(event.target.value, card.due_time)}
          />
        )}
      </Field>
      <Field label={t`Time`} description={card.due_on ? undefined : t`Choose a date first.`}>
        {({ id, describedBy }) => (
          <input
            id={id}
            type="time"
            className="field__input figures"
            aria-describedby={describedBy}
            disabled={!card.due_on}
            value={card.due_time ?? ""}
            onChange={(event) => set(card.due_on, event.target.value || null)}
          />
        )}
      </Field>
      <DateField
        label={t`Start date`}
        value={card.start_on}
        onChange={(start_on) => void sync.send("card.set_start", { card_ids: [card.id], start_on })}
      />
      {exact ? <p className="due-form__exact">{exact}</p> : null}
      {card.due_on ? (
        <Button
          size="small"
          look="quiet"
          icon="close"
          onPress={() => {
            set(null, null);
            onClose();
          }}
        >{t`Clear the date`}</Button>
      ) : null}
    </div>
  );
}
