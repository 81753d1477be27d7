import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { Header } from "react-aria-components/Header";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem, ListBoxSection } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select as AriaSelect, SelectValue } from "react-aria-components/Select";
import { Text } from "react-aria-components/Text";
import { classes } from "./classes";
import { Icon, type IconName } from "./icons";
import "./Field.css";
import "./Menu.css";
import "./Popover.css";
import "./Select.css";

export type Option<T extends string> = {
  id: T;
  label: string;
  note?: string;
  icon?: IconName;
  mark?: ReactNode;
  group?: string;
};

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
        <ListBox className="menu">
          {groupsOf(options).map(({ title, members }) => {
            const items = members.map((option) => <Item key={option.id} option={option} hasLeading={hasLeading} />);
            if (!title) return items;
            return (
              <ListBoxSection key={title}>
                <Header className="menu__title">{title}</Header>
                {items}
              </ListBoxSection>
            );
          })}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

function Item({ option, hasLeading }: { option: Option<string>; hasLeading: boolean }) {
  return (
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
  );
}

/** Options of one group stand together, below its name, in the order in which the groups first appear. */
function groupsOf<T extends Option<string>>(options: readonly T[]): { title: string; members: T[] }[] {
  const groups = new Map<string, T[]>();
  for (const option of options) groups.set(option.group ?? "", [...(groups.get(option.group ?? "") ?? []), option]);
  return [...groups].map(([title, members]) => ({ title, members }));
}
