import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { CardRow } from "../../contracts/rows";
import { addDays, dayIn, exactTime } from "../../kits/datekit";
import { Button } from "../../ui/Button";
import { Field, useTypedDate } from "../../ui/Field";
import { useBoard } from "../boards/boardTools";
import "./DueForm.css";
import { useMinute } from "./useMinute";

const WEEK = 7;

type Due = Pick<CardRow, "due_on" | "due_time" | "due_zone" | "due_at">;
/** What the verbs that set a due date take beside the ids. */
export type DueWish = { due_on: string | null; due_time?: string | null; due_zone?: string };

type DueFormProps = {
  due: Due;
  onSet: (wish: DueWish) => void;
  onClose: () => void;
  /** There is something to clear though no one date is shown: several cards have several. */
  canClear?: boolean;
  /** Further dates, such as a start. */
  children?: ReactNode;
};

/** The due date of a card or an item of an open board. */
export function DueForm(props: DueFormProps) {
  const { zone, locale } = useBoard();
  return <DueFields {...props} zone={zone} locale={locale} />;
}

type DueFieldsProps = DueFormProps & { zone: string; locale: string };

/** Quick days, date and time, the exact time in words, and none at all. */
export function DueFields({
  due,
  onSet,
  onClose,
  canClear = due.due_on !== null,
  children,
  zone,
  locale,
}: DueFieldsProps) {
  const { t } = useLingui();
  const today = dayIn(useMinute(), zone);
  const set = (due_on: string | null, due_time: string | null) => {
    if (due_on !== null && due_on === due.due_on && due_time === due.due_time) return;
    onSet(due_on ? { due_on, due_time, due_zone: due.due_zone ?? zone } : { due_on });
  };
  const typed = useTypedDate(due.due_on ?? "", (day) => day && set(day, due.due_time));
  const choose = (day: string) => {
    set(day, due.due_time);
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
        {({ id }) => <input {...typed} id={id} type="date" className="field__input figures" />}
      </Field>
      <Field label={t`Time`} description={due.due_on ? undefined : t`Choose a date first.`}>
        {({ id, describedBy }) => (
          <input
            id={id}
            type="time"
            className="field__input figures"
            aria-describedby={describedBy}
            disabled={!due.due_on}
            value={due.due_time ?? ""}
            onChange={(event) => set(due.due_on, event.target.value || null)}
          />
        )}
      </Field>
      {children}
      {due.due_at === null ? null : <p className="due-form__exact">{exactTime(due.due_at, locale, zone)}</p>}
      {canClear ? (
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
