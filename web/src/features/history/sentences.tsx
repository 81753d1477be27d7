import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { boardSentences } from "./boardSentences";
import { cardSentences } from "./cardSentences";
import { columnSentences } from "./columnSentences";
import { dependencySentences } from "./dependencySentences";
import { factSentences } from "./factSentences";
import { itemSentences } from "./itemSentences";
import { teamSentences } from "./teamSentences";
import { B, type Sentence, type Told } from "./told";

/** Every aspect of docs/topics/history.md. */
export const sentences: Readonly<Record<string, Sentence>> = {
  ...cardSentences,
  ...dependencySentences,
  ...factSentences,
  ...itemSentences,
  ...boardSentences,
  ...columnSentences,
  ...teamSentences,
};

/** What an entry says; of an aspect that only a newer server knows, that there was something. */
export function sentenceOf(told: Told): ReactNode {
  const tell = sentences[told.entry.what];
  if (tell) return tell(told);
  const { who } = told;
  return (
    <Trans>
      <B>{who}</B> changed something here
    </Trans>
  );
}
