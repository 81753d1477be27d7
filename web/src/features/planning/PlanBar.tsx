import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Switch } from "../../ui/Toggle";
import "./PlanBar.css";
import { setPlanPrefs, usePlanPrefs } from "./planPrefs";

/** Above a calendar or a timeline: where one is, how one goes on, and whether what is done shows. */
export function PlanBar({ children, end }: { children: ReactNode; end?: ReactNode }) {
  const { t } = useLingui();
  const { showsDone } = usePlanPrefs();
  return (
    <div className="plan-bar">
      {children}
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
