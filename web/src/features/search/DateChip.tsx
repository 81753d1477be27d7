import { useLingui } from "@lingui/react/macro";
import { addDays, dayIn, machineZone } from "../../kits/datekit";
import { dateFormat } from "../../kits/formats";
import { Button } from "../../ui/Button";
import { DateField } from "../../ui/Field";
import { useLocale } from "../../ui/language";
import { usePersonIfAny } from "../people/session";
import { FilterChip } from "./FilterChip";
import type { SearchQuery } from "./query";

type DateChipProps = { query: SearchQuery; change: (words: Partial<SearchQuery>) => void };

/** Due from one day to another, either end left open. */
export function DateChip({ query, change }: DateChipProps) {
  const { t } = useLingui();
  const locale = useLocale();
  const zone = usePersonIfAny()?.time_zone || machineZone();
  const { from, to } = query;
  const today = dayIn(Date.now(), zone);
  const day = (one: string) =>
    Number.isNaN(Date.parse(one))
      ? one
      : dateFormat(locale, { timeZone: "UTC", dateStyle: "medium" }).format(Date.parse(one));
  const words = () => {
    if (from && to) return from === to ? day(from) : `${day(from)} – ${day(to)}`;
    if (from) return t`From ${day(from)}`;
    return to ? t`Until ${day(to)}` : null;
  };
  const quick: [string, Partial<SearchQuery>][] = [
    [t`Overdue`, { from: undefined, to: addDays(today, -1) }],
    [t`Today`, { from: today, to: today }],
    [t`Next 7 days`, { from: today, to: addDays(today, 7) }],
  ];
  return (
    <FilterChip
      icon="calendar"
      label={t`Due`}
      value={words()}
      onClear={() => change({ from: undefined, to: undefined })}
    >
      {(close) => (
        <div className="search-filters__dates">
          <div className="search-filters__quick">
            {quick.map(([label, words]) => (
              <Button
                key={label}
                size="small"
                onPress={() => {
                  change(words);
                  close();
                }}
              >
                {label}
              </Button>
            ))}
          </div>
          <DateField label={t`From`} value={from ?? null} onChange={(next) => change({ from: next ?? undefined })} />
          <DateField label={t`Until`} value={to ?? null} onChange={(next) => change({ to: next ?? undefined })} />
        </div>
      )}
    </FilterChip>
  );
}
