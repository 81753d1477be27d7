import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { dateFormat } from "../../../kits/formats";
import { uuid7 } from "../../../kits/idkit";
import { usePerson, useRow, useSync } from "../../../sync/hooks";
import { Avatar } from "../../../ui/Avatar";
import { Button } from "../../../ui/Button";
import { Dialog } from "../../../ui/Dialog";
import { EmptyState } from "../../../ui/EmptyState";
import { refusalText } from "../../../ui/refusals";
import { Skeleton } from "../../../ui/Skeleton";
import { toasts } from "../../../ui/toasts";
import { useBoard } from "../../boards/boardTools";
import "./DetailsHistory.css";
import { TextDifference } from "./TextDifference";
import { useDetailsVersions, useVersionTexts, type Version } from "./useDetailsVersions";

type DetailsHistoryProps = { cardId: string; isFrozen: boolean; onClose: () => void };

/** Every saved state of a card's details: who, when, what changed in it, and the way back to it. */
export function DetailsHistory({ cardId, isFrozen, onClose }: DetailsHistoryProps) {
  const { t } = useLingui();
  const { state, versions, hasMore, loadMore, retry } = useDetailsVersions(cardId);
  const [chosen, setChosen] = useState<number | null>(null);
  const shown = versions.find(({ version }) => version === chosen) ?? versions[0];
  return (
    <Dialog isOpen onClose={onClose} size="large" title={t`History of the description`}>
      {state === "failed" ? (
        <EmptyState
          icon="cloudOff"
          title={t`History cannot be read just now`}
          action={<Button onPress={retry}>{t`Try again`}</Button>}
        />
      ) : !shown ? (
        state === "loading" ? (
          <Skeleton className="versions__waiting" />
        ) : (
          <EmptyState icon="clock" title={t`Nothing has been written yet`} />
        )
      ) : (
        <div className="versions">
          <div className="versions__list">
            <ol aria-label={t`Versions`}>
              {versions.map((one) => (
                <Entry key={one.version} one={one} isShown={one === shown} onChoose={() => setChosen(one.version)} />
              ))}
            </ol>
            {hasMore ? <Button size="small" look="quiet" onPress={loadMore}>{t`Show older`}</Button> : null}
          </div>
          <Shown
            key={shown.version}
            cardId={cardId}
            shown={shown}
            isNewest={shown === versions[0]}
            isFrozen={isFrozen}
            onClose={onClose}
          />
        </div>
      )}
    </Dialog>
  );
}

function Entry({ one, isShown, onChoose }: { one: Version; isShown: boolean; onChoose: () => void }) {
  const { t } = useLingui();
  const { zone, locale } = useBoard();
  const when = dateFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone: zone }).format(one.at);
  const person = usePerson(one.by);
  const name = person?.name ?? t`Somebody`;
  return (
    <li>
      <button type="button" className="versions__one" aria-current={isShown || undefined} onClick={onChoose}>
        <Avatar person={person ?? { id: one.by, name }} size={24} isDecorative />
        <span className="versions__who">
          <bdi>{name}</bdi>
        </span>
        <span className="versions__when figures">{when}</span>
      </button>
    </li>
  );
}

type ShownProps = { cardId: string; shown: Version; isNewest: boolean; isFrozen: boolean; onClose: () => void };

function Shown({ cardId, shown, isNewest, isFrozen, onClose }: ShownProps) {
  const { t } = useLingui();
  const texts = useVersionTexts(cardId, shown.version);
  const restore = useRestore(cardId, onClose);
  if (texts === "failed") return <EmptyState icon="cloudOff" title={t`This version cannot be read just now`} />;
  if (!texts) return <Skeleton className="versions__waiting" />;
  return (
    <div className="versions__text">
      <div className="versions__head">
        <p>{shown.version === 1 ? t`The first text` : t`What changed from the version before`}</p>
        {isFrozen || isNewest ? null : <Button size="small" onPress={() => restore(texts.now)}>{t`Restore`}</Button>}
      </div>
      <TextDifference old={texts.old} now={texts.now} />
    </div>
  );
}

/** Puts an old text back by a save like any other: it can be undone, and becomes a version itself. */
function useRestore(cardId: string, onClose: () => void): (text: string) => void {
  const { t } = useLingui();
  const sync = useSync();
  const row = useRow("card_texts", cardId);
  return (text) => {
    onClose();
    const group = uuid7();
    const args = { card_id: cardId, text, base_version: row?.version ?? 0 };
    void sync.send("card.set_details", args, { group }).then((answer) => {
      const action = { label: t`Undo`, run: () => sync.undo(group) };
      if (answer.s === "done") toasts.add({ kind: "done", text: t`The older text is back.`, action });
      else if (answer.s === "conflict") toasts.add({ kind: "error", text: refusalText(answer.code, answer.args) });
    });
  };
}
