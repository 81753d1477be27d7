import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { classes } from "./classes";
import { foldAccents } from "./foldAccents";
import { Icon } from "./icons";
import "./Menu.css";
import "./PickList.css";

/** `some`: of several things, a few have it. */
export type PickState = "on" | "some" | "off";
export type Pick = { id: string; label: string; state: PickState; face?: ReactNode };

type PickListProps = {
  label: string;
  picks: readonly Pick[];
  onPick: (id: string, isOn: boolean) => void;
  /** What may be made of the words typed; null when nothing may. */
  create?: (words: string) => { label: string; run: () => void } | null;
  /** Told what is typed, where more is found elsewhere by it. */
  onWords?: (words: string) => void;
  /** Said when nothing is called what is typed. */
  none: string;
};

/** Of thousands the first; who looks for another types. */
const MOST_SHOWN = 200;

/** Any number of a list: typing filters, arrows walk, Enter puts on or off, and the field keeps the focus. */
export function PickList({ label, picks, onPick, create, onWords, none }: PickListProps) {
  const { t } = useLingui();
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [words, setWords] = useState("");
  const [active, setActive] = useState(0);
  const wanted = foldAccents(words.trim());
  const found = picks.filter((pick) => foldAccents(pick.label).includes(wanted)).slice(0, MOST_SHOWN);
  const making = words.trim() ? create?.(words.trim()) : null;
  const count = found.length + (making ? 1 : 0);
  const at = Math.min(active, count - 1);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    list.current?.querySelector(`[data-at="${at}"]`)?.scrollIntoView({ block: "nearest" });
  }, [at]);
  const choose = (index: number) => {
    const pick = found[index];
    if (pick) onPick(pick.id, pick.state !== "on");
    else making?.run();
    if (!pick || found.length === 1) setWords("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && count) setActive((at + step + count) % count);
    else if (event.key === "Enter") choose(at);
    else return;
    event.preventDefault();
  };
  const option = (index: number) => ({
    id: `${listId}-${index}`,
    "data-at": index,
    className: classes("menu__item", index === at && "pick-list__one--active"),
    onPointerMove: () => setActive(index),
    // The field keeps the focus.
    onPointerDown: (event: React.PointerEvent) => event.preventDefault(),
    onClick: () => choose(index),
  });
  return (
    <div className="pick-list">
      <input
        ref={field}
        className="field__input"
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={count ? `${listId}-${at}` : undefined}
        aria-label={label}
        placeholder={t`Type to find`}
        autoComplete="off"
        dir="auto"
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          onWords?.(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="pick-list__all" role="listbox" id={listId} ref={list} aria-label={label} aria-multiselectable>
        {found.map((pick, index) => (
          <div key={pick.id} role="option" tabIndex={-1} aria-selected={pick.state === "on"} {...option(index)}>
            <span className="menu__words">{pick.face ?? <bdi>{pick.label}</bdi>}</span>
            <Mark state={pick.state} />
          </div>
        ))}
        {making ? (
          <div role="option" tabIndex={-1} aria-selected={false} {...option(found.length)}>
            <Icon name="plus" size={16} />
            <span className="menu__words">{making.label}</span>
          </div>
        ) : null}
      </div>
      {count === 0 ? <p className="pick-list__none">{none}</p> : null}
    </div>
  );
}

function Mark({ state }: { state: PickState }) {
  const { t } = useLingui();
  if (state === "some") return <span className="pick-list__some" role="img" aria-label={t`On some`} />;
  return state === "on" ? <Icon name="check" className="menu__check" /> : null;
}
