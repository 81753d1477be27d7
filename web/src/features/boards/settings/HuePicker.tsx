import { useLingui } from "@lingui/react/macro";
import { useId } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import type { TagRow } from "../../../contracts/rows";
import { classes } from "../../../ui/classes";
import { Icon } from "../../../ui/icons";
import { type TagHue, tagHues } from "../../../ui/Label";
import { Popover } from "../../../ui/Popover";
import { hueWord } from "../tagHues";

type HuePickerProps = {
  label: string;
  hue: TagHue;
  /** The other tags, to say which colours are taken. */
  tags: readonly TagRow[];
  onChange: (hue: TagHue) => void;
};

/** A swatch that opens the ten colours, each with its name and whose it is. */
export function HuePicker({ label, hue, tags, onChange }: HuePickerProps) {
  const word = hueWord(hue);
  const swatch = (
    <AriaButton className="tags-tab__swatch" aria-label={`${label}: ${word}`}>
      <Swatch hue={hue} />
    </AriaButton>
  );
  return (
    <Popover label={label} placement="bottom start" trigger={swatch}>
      <Hues {...{ label, hue, tags, onChange }} />
    </Popover>
  );
}

export function Swatch({ hue }: { hue: TagHue }) {
  return <span className={classes("tags-tab__colour", `label--tag-${hue}`)} aria-hidden="true" />;
}

function Hues({ label, hue, tags, onChange }: HuePickerProps) {
  const { t } = useLingui();
  const name = useId();
  const usedBy = (one: TagHue) => {
    const users = tags.filter((tag) => tag.hue === one).map((tag) => tag.name);
    const names = users.slice(0, 2).join(", ");
    const more = users.length - 2;
    return more > 0 ? t`${names} and ${more} more` : names;
  };
  return (
    <fieldset className="tags-tab__hues">
      <legend className="visually-hidden">{label}</legend>
      {tagHues.map((one) => (
        <label key={one} className="menu__item tags-tab__hue">
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={one === hue}
            onChange={() => onChange(one)}
          />
          <Swatch hue={one} />
          <span className="menu__words">
            {hueWord(one)}
            <span className="menu__note tags-tab__used" dir="auto">
              {usedBy(one)}
            </span>
          </span>
          {one === hue ? <Icon name="check" className="menu__check" /> : null}
        </label>
      ))}
    </fieldset>
  );
}
