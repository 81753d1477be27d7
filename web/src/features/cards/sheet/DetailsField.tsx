import { useLingui } from "@lingui/react/macro";
import { type FocusEvent, Suspense, useEffect, useRef, useState } from "react";
import { Button } from "../../../ui/Button";
import { loadMarkdown } from "../../../ui/markdown/Markdown";
import { Skeleton } from "../../../ui/Skeleton";
import { useBoard } from "../../boards/boardTools";
import { loadRichText, RichText } from "../../editor/RichText";
import { usePeopleToMention } from "../../editor/usePeopleToMention";
import { ConflictView } from "./DetailsConflict";
import "./DetailsField.css";
import { late } from "../../../ui/late";
import { DetailsView } from "./DetailsView";
import { type Details, useDetails } from "./useDetails";

const DetailsHistory = late(() => import("./DetailsHistory").then((module) => ({ default: module.DetailsHistory })));

// The text waits for it: fetched with this file, not after it.
void loadMarkdown();

type DetailsFieldProps = { cardId: string; isFrozen: boolean };

/** A card's long text: shown as it looks, written in place. */
export function DetailsField({ cardId, isFrozen }: DetailsFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const details = useDetails(cardId, field);
  const [isWriting, setWriting] = useState(false);
  const [isComingBack, setComingBack] = useState(false);
  useEffect(() => {
    if (!isFrozen) void loadRichText();
  }, [isFrozen]);
  if (details.state === "loading") return <Skeleton className="details__skeleton" />;
  if (details.conflict)
    return <ConflictView key={details.conflict.version} conflict={details.conflict} onSettle={details.settle} />;
  const stop = (isByKey: boolean) => {
    details.save();
    setComingBack(isByKey);
    setWriting(false);
  };
  return isWriting && !isFrozen ? (
    <Writing details={details} field={field} onStop={stop} />
  ) : (
    <Reading
      cardId={cardId}
      details={details}
      isFrozen={isFrozen}
      isFocused={isComingBack}
      onWrite={() => setWriting(true)}
    />
  );
}

type ReadingProps = DetailsFieldProps & { details: Details; isFocused: boolean; onWrite: () => void };

function Reading({ cardId, details, isFrozen, isFocused, onWrite }: ReadingProps) {
  const { t } = useLingui();
  const { rights } = useBoard();
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const openHistory = () => {
    details.save();
    setHistoryOpen(true);
  };
  return (
    <div className="details">
      <div className="details__bar">
        {isFrozen ? (
          <span />
        ) : (
          <Button look="quiet" size="small" icon="pencil" onPress={onWrite}>{t`Write details`}</Button>
        )}
        {rights.role === "link" ? null : (
          <Button look="quiet" size="small" icon="clock" onPress={openHistory}>
            {t`History of the description`}
          </Button>
        )}
      </div>
      <DetailsView details={details} isFrozen={isFrozen} isFocused={isFocused} onWrite={onWrite} />
      <Saving details={details} />
      {isHistoryOpen ? (
        <Suspense>
          <DetailsHistory cardId={cardId} isFrozen={isFrozen} onClose={() => setHistoryOpen(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}

type WritingProps = {
  details: Details;
  field: React.RefObject<HTMLTextAreaElement | null>;
  onStop: (isByKey: boolean) => void;
};

function Writing({ details, field, onStop }: WritingProps) {
  const { t } = useLingui();
  const { boardId } = useBoard();
  const people = usePeopleToMention(boardId);
  // Going on to another part of the sheet ends the writing; menus of the editor, which stand outside of it, do not.
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!(relatedTarget instanceof Element) || currentTarget.contains(relatedTarget)) return;
    if (currentTarget.closest(".sheet")?.contains(relatedTarget)) onStop(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears the focus of the editor inside go
    <div className="details details--writing" onBlur={onBlur}>
      <RichText
        label={t`Details`}
        value={details.text}
        onChange={details.write}
        onBlur={details.save}
        onSubmit={() => onStop(true)}
        onEscape={() => onStop(true)}
        placeholder={t`What matters for this task: steps, links, what counts as done. Markdown works.`}
        people={people}
        fieldRef={field}
        autoFocus
        actions={<Button size="small" onPress={() => onStop(true)}>{t`Done`}</Button>}
      />
      <Saving details={details} />
    </div>
  );
}

function Saving({ details }: { details: Details }) {
  const { t } = useLingui();
  return <span className="details__saving">{details.isSaving ? t`Saving…` : null}</span>;
}
