import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { announce } from "./announce";
import { Dialog } from "./Dialog";
import { takeTyped } from "./earlyKeys";
import { Icon } from "./icons";
import { Keys } from "./keys";
import "./Palette.css";
import { PaletteList } from "./PaletteList";
import { ONLY_COMMANDS, type PaletteProps, type PaletteTools, usePalette } from "./usePalette";

const SAID_AFTER_MS = 600;

/** *Open boards*: finds whatever the product has. Typing filters, arrows walk, Enter chooses; what asks for more is asked right here. */
export function Palette(props: PaletteProps) {
  const { t } = useLingui();
  const tools = usePalette(props);
  const { found, activeAt, setActive, choose, steps } = tools;
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  useSaid(found.length, tools.query);
  return (
    <Dialog isOpen onClose={props.onClose} title={t`Open boards`} size="large" isTitleHidden className="palette">
      <div className="palette__search">
        <Leading tools={tools} />
        <Early type={tools.type} />
        <input
          ref={field}
          autoFocus
          className="palette__input"
          role="combobox"
          aria-expanded="true"
          aria-haspopup="listbox"
          aria-autocomplete="list"
          aria-controls={listId}
          aria-activedescendant={found.length ? `${listId}-${activeAt}` : undefined}
          aria-label={steps.title ?? t`Find a board, a task, a person or an action`}
          placeholder={steps.title ?? t`Find a board, a task, a person or an action`}
          autoComplete="off"
          enterKeyHint="go"
          spellCheck={false}
          dir="auto"
          maxLength={500}
          value={tools.query}
          onChange={(event) => tools.type(event.target.value)}
          onKeyDown={tools.onKeyDown}
        />
        <span className="palette__escape">
          <Keys keys="Escape" />
        </span>
        <button type="button" className="palette__close" onClick={props.onClose} aria-label={t`Close`}>
          <Icon name="close" />
        </button>
      </div>
      <PaletteList
        id={listId}
        label={steps.title ?? t`Found`}
        findings={found}
        activeAt={activeAt}
        onActive={setActive}
        onChoose={(finding) => {
          choose(finding);
          // A press on a line took the focus from the field, which asks on.
          if (finding.choices) field.current?.focus();
        }}
      />
      {found.length === 0 && !steps.isWaiting ? (
        <p className="palette__none">
          <Trans>Nothing is called that. Try fewer letters.</Trans>
        </p>
      ) : null}
      <Hints isInside={steps.choices !== null} />
    </Dialog>
  );
}

/** What was typed while the palette was on its way. */
function Early({ type }: Pick<PaletteTools, "type">) {
  const told = useRef(type);
  useEffect(() => {
    const words = takeTyped();
    if (words) told.current(words);
  }, []);
  return null;
}

function Leading({ tools }: { tools: PaletteTools }) {
  const { t } = useLingui();
  if (!tools.steps.choices) return <Icon name="search" />;
  return (
    <button type="button" className="palette__step" onClick={tools.back} aria-label={t`Back`}>
      <Icon name="chevronStart" size={16} />
    </button>
  );
}

function Hints({ isInside }: { isInside: boolean }) {
  return (
    <div className="palette__hints" aria-hidden="true">
      <Hint keys={["arrowup", "arrowdown"]}>
        <Trans>to walk</Trans>
      </Hint>
      <Hint keys={["enter"]}>
        <Trans>to choose</Trans>
      </Hint>
      {isInside ? (
        <Hint keys={["escape"]}>
          <Trans>to go back</Trans>
        </Hint>
      ) : (
        <Hint keys={[ONLY_COMMANDS]}>
          <Trans>for actions only</Trans>
        </Hint>
      )}
    </div>
  );
}

function Hint({ keys, children }: { keys: readonly string[]; children: ReactNode }) {
  return (
    <span>
      {keys.map((key) => (
        <Keys key={key} keys={key} />
      ))}
      {children}
    </span>
  );
}

/** How many lines there are, told once the typing has come to rest. */
function useSaid(count: number, query: string): void {
  useEffect(() => {
    if (!query) return;
    const words = () => plural(count, { 0: "Nothing found", one: "# found", other: "# found" });
    const timer = setTimeout(() => announce(words()), SAID_AFTER_MS);
    return () => clearTimeout(timer);
  }, [count, query]);
}
