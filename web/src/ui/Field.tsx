import { Trans, useLingui } from "@lingui/react/macro";
import {
  type ChangeEvent,
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type TextareaHTMLAttributes,
  useId,
  useState,
} from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { classes } from "./classes";
import "./Field.css";
import { Icon } from "./icons";

type FieldProps = {
  label: string;
  /** Shown to screen readers only; use where the place itself says what is asked. */
  isLabelHidden?: boolean;
  description?: ReactNode;
  error?: ReactNode;
  className?: string;
};

type FieldFrameProps = FieldProps & {
  children: (ids: { id: string; describedBy: string | undefined; isInvalid: boolean }) => ReactNode;
};

/** A label, a control, and below it what helps or what is wrong. The space below does not jump: errors take the description's place. */
export function Field({ label, isLabelHidden, description, error, className, children }: FieldFrameProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const note = error ?? description;
  return (
    <div className={classes("field", error != null && "field--wrong", className)}>
      <label className={isLabelHidden ? "visually-hidden" : "field__label"} htmlFor={id}>
        {label}
      </label>
      {children({ id, describedBy: note != null ? noteId : undefined, isInvalid: error != null })}
      {note != null ? (
        <div
          id={noteId}
          className={error != null ? "field__error" : "field__description"}
          role={error != null ? "alert" : undefined}
        >
          {error != null ? <Icon name="warning" size={16} /> : null}
          <span>{note}</span>
        </div>
      ) : null}
    </div>
  );
}

type Native<T> = Omit<T, "onChange" | "value" | "className" | "id" | "children">;

export type TextFieldProps = FieldProps &
  Native<InputHTMLAttributes<HTMLInputElement>> & {
    value: string;
    onChange: (value: string) => void;
    suffix?: ReactNode;
    ref?: Ref<HTMLInputElement>;
  };

export function TextField(props: TextFieldProps) {
  const { label, isLabelHidden, description, error, className, onChange, suffix, ref, ...input } = props;
  return (
    <Field {...{ label, isLabelHidden, description, error, className }}>
      {({ id, describedBy, isInvalid }) => (
        <span className={classes("field__box", suffix != null && "field__box--suffix")}>
          <input
            dir="auto"
            {...input}
            ref={ref}
            id={id}
            className="field__input"
            aria-invalid={isInvalid || undefined}
            aria-describedby={describedBy}
            onChange={(event) => onChange(event.target.value)}
          />
          {suffix}
        </span>
      )}
    </Field>
  );
}

export function PasswordField(props: Omit<TextFieldProps, "type" | "suffix">) {
  const { t } = useLingui();
  const [isShown, setShown] = useState(false);
  const toggle = (
    <AriaButton
      className="field__reveal"
      aria-label={isShown ? t`Hide password` : t`Show password`}
      aria-pressed={isShown}
      onPress={() => setShown(!isShown)}
    >
      <Icon name={isShown ? "eyeOff" : "eye"} />
    </AriaButton>
  );
  return <TextField {...props} type={isShown ? "text" : "password"} dir="ltr" suffix={toggle} />;
}

export type TextAreaProps = FieldProps &
  Native<TextareaHTMLAttributes<HTMLTextAreaElement>> & {
    value: string;
    onChange: (value: string) => void;
    ref?: Ref<HTMLTextAreaElement>;
  };

/** Grows with its text. */
export function TextArea(props: TextAreaProps) {
  const { label, isLabelHidden, description, error, className, onChange, ref, ...area } = props;
  return (
    <Field {...{ label, isLabelHidden, description, error, className }}>
      {({ id, describedBy, isInvalid }) => (
        <textarea
          dir="auto"
          rows={3}
          {...area}
          ref={ref}
          id={id}
          className="field__input field__input--area"
          aria-invalid={isInvalid || undefined}
          aria-describedby={describedBy}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** Years that somebody may mean. What is typed of one passes through others: 0002, 0020, 0202, 2027. */
const MEANT = /^((19|[2-8]\d)\d\d-.*)?$/;

/** What an `<input>` of a date takes to let a year be typed: until it is one, what is typed stays there and nobody hears of it. */
export function useTypedDate(value: string, onChange: (value: string) => void) {
  const [typed, setTyped] = useState<string | null>(null);
  return {
    value: typed ?? value,
    max: "8999-12-31",
    onBlur: () => setTyped(null),
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => {
      const isMeant = MEANT.test(target.value);
      setTyped(isMeant ? null : target.value);
      if (isMeant) onChange(target.value);
    },
  };
}

type DateFieldProps = FieldProps & {
  value: string | null;
  onChange: (value: string | null) => void;
  withTime?: boolean;
};

/** A bare date (`2026-11-30`), or with `withTime` a local date and time (`2026-11-30T14:00`). The browser's own picker. */
export function DateField({ value, onChange, withTime, ...field }: DateFieldProps) {
  const { t } = useLingui();
  const typed = useTypedDate(value ?? "", (day) => onChange(day || null));
  return (
    <Field {...field}>
      {({ id, describedBy, isInvalid }) => (
        <span className="field__box field__box--suffix">
          <input
            {...typed}
            type={withTime ? "datetime-local" : "date"}
            id={id}
            className="field__input figures"
            aria-invalid={isInvalid || undefined}
            aria-describedby={describedBy}
          />
          {value ? (
            <AriaButton className="field__reveal" aria-label={t`Clear the date`} onPress={() => onChange(null)}>
              <Icon name="close" size={16} />
            </AriaButton>
          ) : null}
        </span>
      )}
    </Field>
  );
}

/** What is wrong with a whole form, above its button. */
export function FormProblem({ children }: { children: ReactNode }) {
  if (children == null || children === false) return null;
  return (
    <div className="form-problem" role="alert">
      <Icon name="warning" />
      <div>{children}</div>
    </div>
  );
}

export function OptionalMark() {
  return (
    <span className="field__optional">
      <Trans>optional</Trans>
    </span>
  );
}
