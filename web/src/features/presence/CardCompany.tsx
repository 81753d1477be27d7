import { useLingui } from "@lingui/react/macro";
import { useSync } from "../../sync/hooks";
import { Faces } from "../cards/Faces";
import "./Presence.css";

/** On a card: who has it open now. */
export function CardCompany({ ids }: { ids: readonly string[] }) {
  const { t, i18n } = useLingui();
  const { directory } = useSync();
  const names = ids.flatMap((id) => directory.get(id)?.name ?? []);
  const list = new Intl.ListFormat(i18n.locale).format(names);
  return (
    <span className="card-company" role="img" aria-label={t`Open now: ${list}`}>
      <span aria-hidden="true">
        <Faces ids={ids} />
      </span>
    </span>
  );
}
