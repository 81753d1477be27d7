import { Plural, useLingui } from "@lingui/react/macro";
import { Button } from "react-aria-components/Button";
import { usePerson } from "../../sync/hooks";
import type { Present } from "../../sync/presence";
import { Avatar } from "../../ui/Avatar";
import { IconButton } from "../../ui/Button";
import { Popover } from "../../ui/Popover";
import { WhoAndWhere } from "./FaceMenu";
import { useWhere } from "./presentWords";
import { usePersonEntries } from "./usePersonEntries";

type CrowdProps = { people: readonly Present[]; unnamed: number };

/** Those whose faces have no room in the bar; of very many, some and how many more. */
export function Crowd({ people, unnamed }: CrowdProps) {
  const { t } = useLingui();
  const more = people.length + unnamed;
  const trigger = (
    <Button className="face" aria-label={t`${more} more people`}>
      <span className="avatar avatar--24 avatar--more figures" dir="ltr">
        +{more}
      </span>
    </Button>
  );
  return (
    <Popover label={t`Also here`} trigger={trigger} className="crowd">
      {(close) => (
        <>
          <ul className="crowd__list">
            {people.map((one) => (
              <Row key={one.id} present={one} close={close} />
            ))}
          </ul>
          {unnamed > 0 ? (
            <p className="crowd__more">
              <Plural value={unnamed} one="and # more person" other="and # more people" />
            </p>
          ) : null}
        </>
      )}
    </Popover>
  );
}

function Row({ present, close }: { present: Present; close: () => void }) {
  const person = usePerson(present.id);
  const where = useWhere(present);
  const { going, following } = usePersonEntries()(present);
  if (!person) return null;
  const [goal] = going;
  const { name } = person;
  return (
    <li className="crowd__row">
      <Avatar person={person} size={24} isDecorative />
      <WhoAndWhere name={name} where={where} />
      {[goal, following].map((entry) =>
        entry?.icon ? (
          <IconButton
            key={entry.id}
            size="small"
            icon={entry.icon}
            label={`${entry.label}: ${name}`}
            onPress={() => {
              close();
              entry.run();
            }}
          />
        ) : null,
      )}
    </li>
  );
}
