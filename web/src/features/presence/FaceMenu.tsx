import { useLingui } from "@lingui/react/macro";
import { Button } from "react-aria-components/Button";
import { usePerson } from "../../sync/hooks";
import type { Present } from "../../sync/presence";
import { Avatar } from "../../ui/Avatar";
import { classes } from "../../ui/classes";
import { Menu } from "../../ui/Menu";
import { tip } from "../../ui/Tooltip";
import { useWhere } from "./presentWords";
import { usePersonEntries } from "./usePersonEntries";

/** The face of somebody who is here; pressed, it tells where they are and leads there. */
export function FaceMenu({ present, isFollowed }: { present: Present; isFollowed: boolean }) {
  const { t } = useLingui();
  const person = usePerson(present.id);
  const where = useWhere(present);
  const entriesOf = usePersonEntries();
  if (!person) return null;
  const name = person.name;
  const words = t`${name}, ${where}`;
  const groups = () => {
    const { going, following } = entriesOf(present);
    return [
      { id: "going", entries: going },
      { id: "following", entries: [following] },
    ];
  };
  return (
    <Menu label={words} groups={groups} header={<WhoAndWhere name={name} where={where} />}>
      <Button className={classes("face", isFollowed && "face--followed")} aria-label={words} {...tip(words)}>
        <Avatar person={person} size={24} isDecorative />
      </Button>
    </Menu>
  );
}

export function WhoAndWhere({ name, where }: { name: string; where: string }) {
  return (
    <div className="who">
      <strong className="who__name" dir="auto">
        {name}
      </strong>
      <span className="who__where">{where}</span>
    </div>
  );
}
