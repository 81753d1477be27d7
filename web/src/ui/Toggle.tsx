import { type ReactNode, useId } from "react";
import { classes } from "./classes";
import { Icon, type IconName } from "./icons";
import "./Toggle.css";

type ToggleProps = {
  children: ReactNode;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  isDisabled?: boolean;
  description?: ReactNode;
  className?: string;
};

export function Checkbox({ children, isSelected, onChange, isDisabled, description, className }: ToggleProps) {
  const noteId = useId();
  return (
    <label className={classes("toggle", className)}>
      <input
        type="checkbox"
        className="toggle__input visually-hidden"
        checked={isSelected}
        disabled={isDisabled}
        aria-describedby={description != null ? noteId : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="toggle__box">
        <Icon name="check" size={16} strokeWidth={2.5} />
      </span>
      <span className="toggle__words">
        {children}
        {description != null ? (
          <span id={noteId} className="toggle__note">
            {description}
          </span>
        ) : null}
      </span>
    </label>
  );
}

export function Switch({ children, isSelected, onChange, isDisabled, description, className }: ToggleProps) {
  const noteId = useId();
  return (
    <label className={classes("toggle toggle--switch", className)}>
      <input
        type="checkbox"
        role="switch"
        aria-checked={isSelected}
        className="toggle__input visually-hidden"
        checked={isSelected}
        disabled={isDisabled}
        aria-describedby={description != null ? noteId : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="toggle__words">
        {children}
        {description != null ? (
          <span id={noteId} className="toggle__note">
            {description}
          </span>
        ) : null}
      </span>
      <span className="toggle__track">
        <span className="toggle__knob" />
      </span>
    </label>
  );
}

export type Choice<T extends string> = { id: T; label: string; icon?: IconName };
type SegmentedProps<T extends string> = {
  label: string;
  isLabelHidden?: boolean;
  choices: readonly Choice<T>[];
  value: T;
  onChange: (value: T) => void;
};

/** A few choices side by side, of which one holds. */
export function Segmented<T extends string>({ label, isLabelHidden, choices, value, onChange }: SegmentedProps<T>) {
  const name = useId();
  return (
    <fieldset className="segmented-field">
      <legend className={isLabelHidden ? "visually-hidden" : "field__label"}>{label}</legend>
      <div className="segmented">
        {choices.map((choice) => (
          <label key={choice.id} className="segmented__choice">
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              checked={choice.id === value}
              onChange={() => onChange(choice.id)}
            />
            <span className="segmented__face">
              {choice.icon ? <Icon name={choice.icon} size={16} /> : null}
              {choice.label}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
