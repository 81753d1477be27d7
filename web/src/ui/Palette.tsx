import { Trans, useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import { foldAccents } from "../kits/linekit";
import { classes } from "./classes";
import { canRun, useAllCommands } from "./commands";
import { Dialog } from "./Dialog";
import { Icon, type IconName } from "./icons";
import { Keys } from "./keys";
import "./Palette.css";

/** Something the palette can find besides commands: a board, a card, a person. */
export type Finding = {
  id: string;
  label: string;
  group: string;
  note?: string;
  icon?: IconName;
  mark?: ReactNode;
  keys?: string;
  run: () => void;
};

/** Every word typed must begin a word of the label or note; better places come first. */
export function findIn(findings: readonly Finding[], query: string): Finding[] {
  const wanted = foldAccents(query).split(/\s+/).filter(Boolean);
  if (!wanted.length) return [...findings];
  return findings
    .map((finding) => ({ finding, text: foldAccents(`${finding.label} ${finding.note ?? ""}`) }))
    .filter(({ text }) =>
      wanted.every(
        (word) => text.startsWith(word) || text.includes(` ${word}`) || (word.length > 2 && text.includes(word)),
      ),
    )
    .map(({ finding, text }) => ({ finding, score: text.indexOf(wanted[0] ?? "") }))
    .sort((a, b) => a.score - b.score)
    .map(({ finding }) => finding);
}

export function Palette({ findings, onClose }: { findings: readonly Finding[]; onClose: () => void }) {
  const { t } = useLingui();
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const listId = useId();
  const listRef = useRef<HTMLDivElement>(null);
  const commands = useAllCommands();
  const found = useMemo(() => {
    const actions = commands
      .filter((command) => command.isListed !== false && canRun(command))
      .map((command) => ({ ...command, keys: command.keys?.[0], group: t`Actions` }));
    return findIn([...findings, ...actions], query).slice(0, 60);
  }, [findings, commands, query, t]);
  const groups = [...new Set(found.map((one) => one.group))];
  const ordered = groups.flatMap((group) => found.filter((one) => one.group === group));

  useEffect(() => {
    listRef.current?.querySelector(`[data-at="${active}"]`)?.scrollIntoView({ block: "nearest" });
  }, [active]);

  const choose = (finding: Finding | undefined) => {
    if (!finding) return;
    onClose();
    finding.run();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && ordered.length) setActive((active + step + ordered.length) % ordered.length);
    else if (event.key === "Enter" && !event.nativeEvent.isComposing) choose(ordered[active]);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog isOpen onClose={onClose} title={t`Find anything`} isTitleHidden className="palette">
      <div className="palette__search">
        <Icon name="search" />
        <input
          autoFocus
          className="palette__input"
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={ordered.length ? `${listId}-${active}` : undefined}
          aria-label={t`Find anything`}
          placeholder={t`Find a board or an action`}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <Keys keys="Escape" />
      </div>
      <div className="palette__list" role="listbox" id={listId} ref={listRef} aria-label={t`Found`}>
        {ordered.map((finding, at) => (
          <div key={`${finding.group}/${finding.id}`}>
            {finding.group !== ordered[at - 1]?.group ? <div className="palette__group">{finding.group}</div> : null}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the input's */}
            <div
              id={`${listId}-${at}`}
              data-at={at}
              role="option"
              tabIndex={-1}
              aria-selected={at === active}
              className={classes("palette__line", at === active && "palette__line--active")}
              onPointerMove={() => setActive(at)}
              onClick={() => choose(finding)}
            >
              <span className="palette__mark">
                {finding.mark ?? (finding.icon ? <Icon name={finding.icon} /> : null)}
              </span>
              <span className="palette__label">{finding.label}</span>
              {finding.note ? <span className="palette__note">{finding.note}</span> : null}
              {finding.keys ? <Keys keys={finding.keys} /> : null}
            </div>
          </div>
        ))}
        {ordered.length === 0 ? (
          <p className="palette__none">
            <Trans>Nothing is called that. Try fewer letters.</Trans>
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
