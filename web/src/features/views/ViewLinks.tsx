import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Icon } from "../../ui/icons";
import { useReader } from "./useReader";
import "./ViewLinks.css";
import { ViewCount } from "./ViewCount";
import { useViewCounts } from "./viewCounts";
import { VIEWS } from "./viewData";
import { viewWords } from "./viewWords";

/** On home: a quiet line of ways to the views, with what waits in them. */
export function ViewLinks() {
  const { t } = useLingui();
  const counts = useViewCounts(useReader());
  return (
    <nav className="view-links" aria-label={t`Views`}>
      {VIEWS.map((name) => (
        <Link key={name} className="view-links__one" to="/views/$name" params={{ name }}>
          <Icon name={viewWords[name].icon} size={16} />
          {viewWords[name].title()}
          <ViewCount count={counts[name]} className="view-links__count" />
        </Link>
      ))}
    </nav>
  );
}
