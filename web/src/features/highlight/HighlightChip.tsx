import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useSyncExternalStore } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { numberFormat } from "../../kits/formats";
import { IconButton } from "../../ui/Button";
import { FramePlace } from "../../ui/Frame";
import { Icon } from "../../ui/icons";
import { useBoard } from "../boards/boardTools";
import { usePlace } from "../boards/place";
import { usePickedCount } from "./useWish";
import type { Wish } from "./wishes";
import { useWishName } from "./wishWords";

/** What is highlighted, and how much; a press shows the panel, the cross ends it. In the bar; where that is full, on phones and tablets, below it. */
export function HighlightChip({ wish, onEnd }: { wish: Wish; onEnd: () => void }) {
  const { t } = useLingui();
  const { highlight, locale } = useBoard();
  const { go } = usePlace();
  const isNarrow = useNarrow();
  const name = useWishName(wish);
  const count = usePickedCount(highlight);
  return (
    <FramePlace name={isNarrow ? "notice" : "title"}>
      {/* biome-ignore lint/a11y/useSemanticElements: what is highlighted is no form */}
      <span className="lit-chip" role="group" aria-label={t`Highlight`}>
        <AriaButton className="lit-chip__what" onPress={() => go({ panel: "highlight" })}>
          <Icon name="highlight" size={16} />
          <bdi className="lit-chip__name">{name}</bdi>
          <span className="lit-chip__count figures" aria-hidden="true">
            {numberFormat(locale).format(count)}
          </span>
          <span className="visually-hidden">{t`${plural(count, { one: "# task", other: "# tasks" })}`}</span>
        </AriaButton>
        <IconButton size="small" icon="close" label={t`End the highlight`} keys="escape" onPress={onEnd} />
      </span>
    </FramePlace>
  );
}

const narrow = () => matchMedia("(max-width: 900px)");

function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = narrow();
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
    () => narrow().matches,
  );
}
