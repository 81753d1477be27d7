import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { foldAccents } from "../../ui/foldAccents";
import { Icon } from "../../ui/icons";
import "./ChoiceChips.css";

export type ChipChoice = { id: string; label: string; face?: ReactNode };

type ChoiceChipsProps = {
  label: string;
  choices: readonly ChipChoice[];
  /** Ids; those that are no choice any more stand at the end, to be taken off. */
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  /** What a chosen id is called that is no choice. */
  nameOf?: (id: string) => string;
  /** Words typed may be chosen though they are no choice yet. */
  find?: { label: string; canAdd?: boolean };
};

/** As many as are taken in at a glance; of more one finds the rest by typing. */
const MOST_SHOWN = 14;

/** Any number of a few, each put on or off by a press. */
export function ChoiceChips({ label, choices, chosen, onChange, nameOf = (id) => id, find }: ChoiceChipsProps) {
  const [words, setWords] = useState("");
  const known = new Set(choices.map(({ id }) => id));
  const gone = chosen.filter((id) => !known.has(id)).map((id) => ({ id, label: nameOf(id) }));
  const all: readonly ChipChoice[] = [...choices, ...gone];
  // A name over nothing says nothing.
  if (all.length === 0 && !find?.canAdd) return null;
  const wanted = foldAccents(words.trim());
  const found = all.filter((one) => foldAccents(one.label).includes(wanted));
  // What is chosen is never hidden.
  const shown = found.filter((one, at) => at < MOST_SHOWN || chosen.includes(one.id));
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing || !words.trim()) return;
    event.preventDefault();
    const one = found[0]?.id ?? (find?.canAdd ? words.trim() : null);
    if (!one) return;
    toggle(one);
    setWords("");
  };
  return (
    <fieldset className="chips">
      <legend className="field__label">{label}</legend>
      {find && (find.canAdd || all.length > MOST_SHOWN) ? (
        <input
          className="field__input chips__find"
          dir="auto"
          autoComplete="off"
          value={words}
          placeholder={find.label}
          aria-label={find.label}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={onKeyDown}
        />
      ) : null}
      <div className="chips__all">
        {shown.map((one) => (
          <Chip key={one.id} {...one} isOn={chosen.includes(one.id)} onToggle={() => toggle(one.id)} />
        ))}
        <Rest count={found.length - shown.length} />
      </div>
    </fieldset>
  );
}

function Chip({ label, face, isOn, onToggle }: ChipChoice & { isOn: boolean; onToggle: () => void }) {
  return (
    <label className="choice-chip">
      <input type="checkbox" className="visually-hidden" checked={isOn} onChange={onToggle} aria-label={label} />
      {isOn ? <Icon name="check" size={16} className="chip__check" /> : null}
      {face ?? <bdi className="chip__word">{label}</bdi>}
    </label>
  );
}

function Rest({ count }: { count: number }) {
  const { t } = useLingui();
  if (count <= 0) return null;
  return <span className="chips__rest figures">{t`and ${count} more`}</span>;
}
