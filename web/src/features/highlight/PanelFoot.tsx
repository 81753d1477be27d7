import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useEffect } from "react";
import { Button } from "../../ui/Button";
import { Switch } from "../../ui/Toggle";
import { useBoard } from "../boards/boardTools";
import { usePickedCount } from "./useWish";
import type { Wish } from "./wishes";

type PanelFootProps = { wish: Wish; setWish: (wish: Wish) => void; onEnd: () => void };

/** How much is highlighted, whether the rest is shown, and the end of it. */
export function PanelFoot({ wish, setWish, onEnd }: PanelFootProps) {
  const { t } = useLingui();
  const { highlight } = useBoard();
  const count = usePickedCount(highlight);
  // It comes over what was just chosen.
  useEffect(() => void document.activeElement?.scrollIntoView({ block: "nearest" }), []);
  return (
    <footer className="highlight__foot">
      <p className="highlight__count figures">
        {t`${plural(count, { one: "# task is highlighted", other: "# tasks are highlighted" })}`}
      </p>
      <Switch isSelected={wish.isAlone} onChange={(isAlone) => setWish({ ...wish, isAlone })}>
        {t`Show only matches`}
      </Switch>
      <Button size="small" onPress={onEnd}>
        {t`End the highlight`}
      </Button>
    </footer>
  );
}
