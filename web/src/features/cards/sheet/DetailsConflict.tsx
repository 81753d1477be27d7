import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "../../../ui/Button";
import { TextArea } from "../../../ui/Field";
import type { Conflict } from "./useDetails";

/** Two people changed the same words: both texts, and the choice. */
export function ConflictView({ conflict, onSettle }: { conflict: Conflict; onSettle: (text: string) => void }) {
  const { t } = useLingui();
  const [text, setText] = useState<string | null>(null);
  if (text !== null) {
    return (
      <div className="conflict">
        <TextArea label={t`The text that shall hold`} value={text} onChange={setText} className="details" autoFocus />
        <div className="conflict__acts">
          <Button onPress={() => setText(null)}>{t`Back`}</Button>
          <Button look="primary" onPress={() => onSettle(text)}>{t`Save this text`}</Button>
        </div>
      </div>
    );
  }
  return (
    <div className="conflict" role="alert">
      <p className="conflict__head">{t`Somebody changed the same words while you wrote. Neither text is lost: choose, or join them.`}</p>
      <div className="conflict__texts">
        <Version title={t`Yours`} text={conflict.mine} act={t`Keep mine`} onChoose={() => onSettle(conflict.mine)} />
        <Version
          title={t`Theirs`}
          text={conflict.theirs}
          act={t`Take theirs`}
          onChoose={() => onSettle(conflict.theirs)}
        />
      </div>
      <div className="conflict__acts">
        <Button
          size="small"
          onPress={() => setText(`${conflict.mine}\n\n${conflict.theirs}`)}
        >{t`Join them by hand…`}</Button>
      </div>
    </div>
  );
}

function Version({ title, text, act, onChoose }: { title: string; text: string; act: string; onChoose: () => void }) {
  return (
    <section className="conflict__version">
      <h3 className="conflict__title">{title}</h3>
      <pre className="conflict__text" dir="auto">
        {text}
      </pre>
      <Button size="small" onPress={onChoose}>
        {act}
      </Button>
    </section>
  );
}
