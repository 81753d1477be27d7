/** What a card was tied to and untied from. The other card is told by its title where it is at hand, for it may stand where the reader may not look. */

import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { store } from "../../sync/hooks";
import { B, type Sentence } from "./told";

type Tie = { kind: "blocks" | "blocked_by"; card: string };

const titleOf = ({ card }: Tie): string => store.read("cards", card)?.title ?? t`another task`;

const added: Sentence = ({ entry, who }) => {
  const tie = entry.new as Tie;
  const title = titleOf(tie);
  const words: Record<Tie["kind"], ReactNode> = {
    blocks: (
      <Trans>
        <B>{who}</B> said that this blocks <B>{title}</B>
      </Trans>
    ),
    blocked_by: (
      <Trans>
        <B>{who}</B> said that this is blocked by <B>{title}</B>
      </Trans>
    ),
  };
  return words[tie.kind];
};

const removed: Sentence = ({ entry, who }) => {
  const tie = entry.old as Tie;
  const title = titleOf(tie);
  const words: Record<Tie["kind"], ReactNode> = {
    blocks: (
      <Trans>
        <B>{who}</B> said that this does not block <B>{title}</B> any more
      </Trans>
    ),
    blocked_by: (
      <Trans>
        <B>{who}</B> said that this is not blocked by <B>{title}</B> any more
      </Trans>
    ),
  };
  return words[tie.kind];
};

export const dependencySentences: Readonly<Record<string, Sentence>> = {
  dependency_added: added,
  dependency_removed: removed,
};
