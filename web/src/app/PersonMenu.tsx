import { useLingui } from "@lingui/react/macro";
import { Button as AriaButton } from "react-aria-components/Button";
import type { Person } from "../features/people/session";
import { Avatar } from "../ui/Avatar";
import { Menu } from "../ui/Menu";
import { usePersonEntries } from "./usePersonEntries";

/** One's own menu, fetched behind the page; its place is kept. */
export function PersonMenu({ person }: { person: Person }) {
  const { t } = useLingui();
  const groups = usePersonEntries();
  const header = (
    <div className="person-head">
      <strong>{person.name}</strong>
      <span dir="ltr">{person.email}</span>
    </div>
  );
  return (
    <Menu label={t`You`} groups={groups} header={header} commands="person">
      <AriaButton className="frame__person" aria-label={t`You: ${person.name}`}>
        <Avatar person={person} size={28} isDecorative />
      </AriaButton>
    </Menu>
  );
}
