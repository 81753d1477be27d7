import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { classes } from "../../ui/classes";
import { Icon, type IconName } from "../../ui/icons";
import { PickList } from "../../ui/PickList";
import { Popover } from "../../ui/Popover";

export type Pickable = { id: string; label: string; face?: ReactNode };

type FilterChipProps = {
  icon: IconName;
  /** What it filters by. */
  label: string;
  /** What is chosen, in words; null: nothing. */
  value: string | null;
  onClear: () => void;
  children: (close: () => void) => ReactNode;
};

/** A filter as a chip: what it filters by, or what is chosen and the way to take it away. */
export function FilterChip({ icon, label, value, onClear, children }: FilterChipProps) {
  const { t } = useLingui();
  return (
    <span className={classes("filter-chip", value !== null && "filter-chip--on")}>
      <Popover
        label={label}
        placement="bottom start"
        className="filter-chip__popover"
        trigger={
          <AriaButton className="filter-chip__open" aria-label={value === null ? label : `${label}: ${value}`}>
            <Icon name={icon} size={16} />
            <bdi className="filter-chip__words">{value ?? label}</bdi>
            {value === null ? <Icon name="chevronDown" size={16} /> : null}
          </AriaButton>
        }
      >
        {children}
      </Popover>
      {value !== null ? (
        <AriaButton className="filter-chip__clear" aria-label={t`Without this filter: ${label}`} onPress={onClear}>
          <Icon name="close" size={16} />
        </AriaButton>
      ) : null}
    </span>
  );
}

type PickChipProps = Omit<FilterChipProps, "children" | "onClear" | "value"> & {
  picks: readonly Pickable[];
  chosen: string | undefined;
  onChoose: (id: string | undefined) => void;
  /** Any words may be chosen, also such as are not offered; why these are not, in a line. */
  others?: string;
  /** What is chosen, where the picks do not have it. */
  fallback?: string | undefined;
};

/** One of a list. */
export function PickChip({ picks, chosen, onChoose, others, fallback, ...chip }: PickChipProps) {
  const { t } = useLingui();
  const now = picks.find((pick) => pick.id === chosen)?.label ?? (others ? chosen : fallback);
  return (
    <FilterChip {...chip} value={chosen === undefined ? null : (now ?? "…")} onClear={() => onChoose(undefined)}>
      {(close) => {
        const choose = (id: string | undefined) => {
          onChoose(id);
          close();
        };
        const create = (words: string) =>
          others && !picks.some((pick) => pick.id === words) ? { label: `“${words}”`, run: () => choose(words) } : null;
        return (
          <>
            <PickList
              label={chip.label}
              picks={picks.map((pick) => ({ ...pick, state: pick.id === chosen ? "on" : "off" }))}
              onPick={(id, isOn) => choose(isOn ? id : undefined)}
              create={create}
              none={others ?? t`Nothing is called that. Try fewer letters.`}
            />
            {others && picks.length > 0 ? <p className="filter-chip__others">{others}</p> : null}
          </>
        );
      }}
    </FilterChip>
  );
}
