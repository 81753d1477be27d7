import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { numberFormat } from "../../../kits/formats";
import { Button } from "../../../ui/Button";
import { Segmented } from "../../../ui/Toggle";
import { useBoard } from "../../boards/boardTools";
import { useShown } from "../../highlight/highlight";
import { PlanBar } from "../PlanBar";
import { setPlanPrefs, usePlanPrefs } from "../planPrefs";

type TimelinePlanBarProps = {
  dated: readonly string[];
  undated: readonly string[];
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
  children: ReactNode;
};

/** How far the timeline is zoomed, what its rows stand below, and whether the list of what has no date is there. */
export function TimelinePlanBar({ dated, undated, isOpen, setOpen, children }: TimelinePlanBarProps) {
  const { t } = useLingui();
  const { personId, highlight, locale } = useBoard();
  const count = numberFormat(locale).format(useShown(highlight, undated).length);
  const { zoom, group } = usePlanPrefs();
  return (
    <PlanBar
      ids={dated}
      end={
        <Button size="small" look="quiet" icon="sidebar" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {t`Not scheduled: ${count}`}
        </Button>
      }
    >
      {children}
      <Segmented
        label={t`Zoom`}
        isLabelHidden
        choices={[
          { id: "days", label: t`Days` },
          { id: "weeks", label: t`Weeks` },
          { id: "months", label: t`Months` },
        ]}
        value={zoom}
        onChange={(next) => setPlanPrefs({ zoom: next })}
      />
      {/* Readers by link are not told who the people are. */}
      {personId === null ? null : (
        <Segmented
          label={t`Rows by`}
          isLabelHidden
          choices={[
            { id: "column", label: t`Columns`, icon: "board" },
            { id: "person", label: t`People`, icon: "people" },
          ]}
          value={group}
          onChange={(next) => setPlanPrefs({ group: next })}
        />
      )}
    </PlanBar>
  );
}
