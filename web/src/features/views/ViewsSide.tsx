import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useCallback } from "react";
import type { SavedFilterRow } from "../../contracts/rows";
import { useScope, useTable } from "../../sync/hooks";
import { Icon, type IconName } from "../../ui/icons";
import type { Reader } from "./useReader";
import { useViewCounts } from "./viewCounts";
import { VIEWS } from "./viewData";
import { viewWords } from "./viewWords";

/** The ways to all views; on narrow pages a row that scrolls. */
export function ViewsSide({ reader }: { reader: Reader }) {
  const { t } = useLingui();
  const counts = useViewCounts(reader);
  const own = useOwnViews(reader);
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
      {own.length > 0 ? (
        <>
          <h2 className="views-side__title">{t`My own views`}</h2>
          <ul className="views-side__list">
            {own.map((filter) => (
              <Way key={filter.id} name={filter.id} label={filter.name} icon="filter" />
            ))}
          </ul>
        </>
      ) : null}
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

/** More than a thousand are not counted. */
const MOST = 1_000;

function Way({ name, label, icon, count = 0 }: WayProps) {
  return (
    <li>
      <Link className="views-side__way" to="/views/$name" params={{ name }}>
        <Icon name={icon} />
        <span className="views-side__name" dir="auto">
          {label}
        </span>
        {count > 0 ? (
          <bdi className="views-side__count figures" dir="ltr">
            {count > MOST ? `${MOST}+` : count}
          </bdi>
        ) : null}
      </Link>
    </li>
  );
}
