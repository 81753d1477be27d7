import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import type { SavedFilterRow } from "../../contracts/rows";
import { useScope, useTable } from "../../sync/hooks";
import { Icon, type IconName } from "../../ui/icons";
import type { Reader } from "./useReader";
import { ViewCount } from "./ViewCount";
import { useViewCounts } from "./viewCounts";
import { VIEWS } from "./viewData";
import { viewWords } from "./viewWords";

const OwnViewDialog = lazy(() => import("./OwnViewDialog").then((module) => ({ default: module.OwnViewDialog })));

/** The ways to all views; on narrow pages a row that scrolls. */
export function ViewsSide({ reader }: { reader: Reader }) {
  const { t } = useLingui();
  const counts = useViewCounts(reader);
  const own = useOwnViews(reader);
  const [isMaking, setMaking] = useState(false);
  return (
    <nav className="views-side" aria-label={t`Views`}>
      <ul className="views-side__list">
        {VIEWS.map((name) => (
          <Way
            key={name}
            name={name}
            label={viewWords[name].title()}
            icon={viewWords[name].icon}
            count={counts[name]}
          />
        ))}
      </ul>
      <h2 className="views-side__title">{t`My own views`}</h2>
      <ul className="views-side__list">
        {own.map((filter) => (
          <Way key={filter.id} name={filter.id} label={filter.name} icon="filter" />
        ))}
        <li>
          <AriaButton className="views-side__way views-side__way--new" onPress={() => setMaking(true)}>
            <Icon name="plus" />
            <span className="views-side__name">{t`New view`}</span>
          </AriaButton>
        </li>
      </ul>
      <Suspense>{isMaking ? <OwnViewDialog view={null} onClose={() => setMaking(false)} /> : null}</Suspense>
    </nav>
  );
}

function useOwnViews({ me, locale }: Reader): readonly SavedFilterRow[] {
  useScope(`person:${me}`);
  const filters = useTable(
    "saved_filters",
    useCallback((row: SavedFilterRow) => row.is_view, []),
  );
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return [...filters].sort((one, other) => compare(one.name, other.name));
}

type WayProps = { name: string; label: string; icon: IconName; count?: number | undefined };

function Way({ name, label, icon, count }: WayProps) {
  return (
    <li>
      <Link className="views-side__way" to="/views/$name" params={{ name }}>
        <Icon name={icon} />
        <span className="views-side__name" dir="auto">
          {label}
        </span>
        <ViewCount count={count} className="views-side__count" />
      </Link>
    </li>
  );
}
