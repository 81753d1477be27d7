import { useLingui } from "@lingui/react/macro";
import { classes } from "../../../ui/classes";
import { Icon } from "../../../ui/icons";
import type { SelectedState } from "./selection";

/** The check on a selected card; while taps select, an empty box on the others. */
export function SelectedMark({ state }: { state: SelectedState }) {
  const { t } = useLingui();
  if (state === "off") return null;
  return (
    <span className={classes("card__check", state === "on" && "card__check--on")}>
      {state === "on" ? <Icon name="check" size={16} label={t`Selected`} /> : null}
    </span>
  );
}
