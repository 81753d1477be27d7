import { usePerson } from "../../sync/hooks";
import { Avatar } from "../../ui/Avatar";
import { classes } from "../../ui/classes";

const MOST_FACES = 3;

/** The people who have a card or an item, side by side; of many the first ones and how many more. */
export function Faces({ ids, className }: { ids: readonly string[]; className?: string }) {
  const shown = ids.length > MOST_FACES ? ids.slice(0, MOST_FACES - 1) : ids;
  return (
    <span className={classes("avatar-stack", className)}>
      {shown.map((id) => (
        <Face key={id} id={id} />
      ))}
      {ids.length > shown.length ? (
        <span className="avatar avatar--20 avatar--more figures" dir="ltr">
          +{ids.length - shown.length}
        </span>
      ) : null}
    </span>
  );
}

function Face({ id }: { id: string }) {
  const person = usePerson(id);
  return person ? <Avatar person={person} size={20} /> : <span className="avatar avatar--20 avatar--more" />;
}
