import { useLingui } from "@lingui/react/macro";
import { useLayoutEffect, useRef } from "react";
import { EVERYBODY } from "../../kits/mentionkit";
import { Avatar } from "../../ui/Avatar";
import { classes } from "../../ui/classes";
import { Icon } from "../../ui/icons";
import type { Suggested } from "./suggest";

const GAP = 4;

/** The people behind an at sign. In the top layer, so that nothing cuts it off; the focus stays in the text. */
export function MentionList({ id, suggested }: { id: string; suggested: Suggested }) {
  const { t } = useLingui();
  const box = useRef<HTMLDivElement>(null);
  const { people, active, rect, choose } = suggested;
  useLayoutEffect(() => {
    const list = box.current;
    if (!list || !rect) return;
    list.showPopover?.();
    const { width, height } = list.getBoundingClientRect();
    const below = rect.bottom + GAP + height <= innerHeight;
    const x = Math.max(GAP, Math.min(rect.left, innerWidth - width - GAP));
    const y = below ? rect.bottom + GAP : Math.max(GAP, rect.top - GAP - height);
    list.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  }, [rect]);
  return (
    <div
      ref={box}
      id={id}
      popover="manual"
      className="menu rich__people"
      role="listbox"
      aria-label={t`People to mention`}
    >
      {people.map((person, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text's, which keeps the focus
        <div
          key={person.id}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          className={classes("menu__item", at === active && "rich__person--active")}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => choose(at)}
        >
          {person.id === EVERYBODY ? <Icon name="people" /> : <Avatar person={person} size={24} isDecorative />}
          <span className="menu__words">
            {person.id === EVERYBODY ? t`all: everybody on this board` : <bdi>{person.name}</bdi>}
          </span>
        </div>
      ))}
    </div>
  );
}
