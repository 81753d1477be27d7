import { useLingui } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import { Suspense, useCallback, useEffect, useRef, useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import type { SavedFilterRow } from "../../contracts/rows";
import { useScope, useTable } from "../../sync/hooks";
import { Icon, type IconName } from "../../ui/icons";
import { late } from "../../ui/late";
import type { Reader } from "./useReader";
import { ViewCount } from "./ViewCount";
import { VIEWS, type ViewCounts } from "./viewData";
import { viewWords } from "./viewWords";

const OwnViewDialog = late(() => import("./OwnViewDialog").then((module) => ({ default: module.OwnViewDialog })));

/** The ways to all views; on narrow pages a row that scrolls. */
export function ViewsSide({ reader, counts }: { reader: Reader; counts: ViewCounts["counts"] }) {
  const { t } = useLingui();
  const own = useOwnViews(reader);
  const [isMaking, setMaking] = useState(false);
  const nav = useRef<HTMLElement>(null);
  const { name } = useParams({ strict: false }) as { name?: string };
  useEffect(() => {
    // In a row that scrolls, the view one is in is to be seen; one's own come after the others.
    void own.length;
    if (name) nav.current?.querySelector("[aria-current=page]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [name, own.length]);
  return (
    <nav ref={nav} className="views-side" aria-label={t`Views`}>
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
