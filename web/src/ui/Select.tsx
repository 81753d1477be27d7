import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select as AriaSelect, SelectValue } from "react-aria-components/Select";
import { Text } from "react-aria-components/Text";
import { classes } from "./classes";
import { Icon, type IconName } from "./icons";
import "./Field.css";
import "./Menu.css";
import "./Popover.css";
import "./Select.css";

export type Option<T extends string> = { id: T; label: string; note?: string; icon?: IconName; mark?: ReactNode };

type SelectProps<T extends string> = {
  label: string;
  isLabelHidden?: boolean;
  options: readonly Option<T>[];
  value: T;
  onChange: (value: T) => void;
  isDisabled?: boolean;
  description?: ReactNode;
  className?: string;
};

export function Select<T extends string>(props: SelectProps<T>) {
  const { label, isLabelHidden, options, value, onChange, isDisabled, description, className } = props;
  const hasLeading = options.some((option) => option.icon || option.mark);
  return (
    <AriaSelect
      className={classes("field select", className)}
      value={value}
      onChange={(key) => onChange(key as T)}
      isDisabled={isDisabled}
    >
      <Label className={isLabelHidden ? "visually-hidden" : "field__label"}>{label}</Label>
      <Button className="field__input select__button">
        <SelectValue className="select__value" />
        <Icon name="chevronDown" size={16} className="select__arrow" />
      </Button>
      {description != null ? (
        <Text slot="description" className="field__description">
          {description}
        </Text>
      ) : null}
      <Popover className="popover select__popover" offset={4}>
        <ListBox className="menu" items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className="menu__item">
              {({ isSelected }) => (
                <>
                  {hasLeading ? (
                    <span className="menu__leading">{option.icon ? <Icon name={option.icon} /> : option.mark}</span>
                  ) : null}
                  <span className="menu__words">
                    <Text slot="label">{option.label}</Text>
                    {option.note ? (
                      <Text slot="description" className="menu__note">
                        {option.note}
                      </Text>
                    ) : null}
                  </span>
                  {isSelected ? <Icon name="check" className="menu__check" /> : null}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
