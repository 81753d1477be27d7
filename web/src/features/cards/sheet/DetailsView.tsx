import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from "react";
import { Markdown } from "../../../ui/markdown/Markdown";
import { setTask } from "../../../ui/markdown/tasks";
import { useBoard } from "../../boards/boardTools";
import { useMentionLook } from "../../editor/usePeopleToMention";
import type { Details } from "./useDetails";

type DetailsViewProps = { details: Details; isFrozen: boolean; isFocused: boolean; onWrite: () => void };

/** The text as it looks. A click or Enter begins to write, but links are followed, tasks ticked, and words selected. */
export function DetailsView({ details, isFrozen, isFocused, onWrite }: DetailsViewProps) {
  const { t } = useLingui();
  const { personId } = useBoard();
  const mentions = useMentionLook(personId);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isFocused) box.current?.focus();
  }, [isFocused]);
  const onTask = (line: number, isDone: boolean) => {
    details.write(setTask(details.text, line, isDone), details.text);
    details.save();
  };
  const text = details.text.trim() ? (
    <Markdown text={details.text} mentions={mentions} onTask={isFrozen ? undefined : onTask} />
  ) : (
    <p className="details__none">
      {isFrozen ? t`No details.` : t`What matters for this task: steps, links, what counts as done. Markdown works.`}
    </p>
  );
  if (isFrozen) return <div className="details__text">{text}</div>;
  const onClick = (event: MouseEvent) => {
    const isBusy = event.target instanceof Element && event.target.closest("a, input, button");
    if (!isBusy && getSelection()?.isCollapsed !== false) onWrite();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.target !== event.currentTarget) return;
    event.preventDefault();
    onWrite();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields, and this is a text
    <div
      ref={box}
      className="details__text details__text--open"
      role="group"
      aria-label={t`Details`}
      aria-description={t`Enter: write`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: Enter begins to write
      tabIndex={0}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      {text}
    </div>
  );
}
