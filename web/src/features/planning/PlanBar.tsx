import { useLingui } from "@lingui/react/macro";
import { type ReactNode, Suspense } from "react";
import { Switch } from "../../ui/Toggle";
import { useBoard } from "../boards/boardTools";
import { useIsLit } from "../highlight/highlight";
import { ListMatches } from "../highlight/late";
import "./PlanBar.css";
import { setPlanPrefs, usePlanPrefs } from "./planPrefs";

type PlanBarProps = {
  /** The cards that stand below, those that a highlight hides too. */
  ids: readonly string[];
  children: ReactNode;
  end?: ReactNode;
};

/** Above a calendar or a timeline: where one is, how one goes on, how much is highlighted, and whether what is done shows. */
export function PlanBar({ ids, children, end }: PlanBarProps) {
  const { t } = useLingui();
  const isLit = useIsLit(useBoard().highlight);
  const { showsDone } = usePlanPrefs();
  return (
    <div className="plan-bar">
      {children}
      <Suspense>{isLit ? <ListMatches ids={ids} /> : null}</Suspense>
      <div className="plan-bar__end">
        {end}
        <Switch
          isSelected={showsDone}
          onChange={(next) => setPlanPrefs({ showsDone: next })}
          className="plan-bar__done"
        >
          {t`Completed`}
        </Switch>
      </div>
    </div>
  );
}
