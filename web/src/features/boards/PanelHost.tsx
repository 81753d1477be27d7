import { useLingui } from "@lingui/react/macro";
import { Suspense } from "react";
import { SidePanel } from "../../ui/SidePanel";
import { Skeleton } from "../../ui/Skeleton";
import { useBoard } from "./boardTools";
import { panels } from "./panels";
import { usePlace } from "./place";

/** The panel that the address names, beside the board. */
export function PanelHost() {
  const { i18n } = useLingui();
  const board = useBoard();
  const { panel, go } = usePlace();
  const open = panels.find((one) => one.id === panel && one.isShown(board));
  if (!open) return null;
  const close = () => go({ panel: null });
  return (
    <SidePanel key={open.id} title={i18n._(open.title)} onClose={close}>
      <Suspense fallback={<Skeleton className="side-panel__skeleton" />}>
        <open.Content onClose={close} />
      </Suspense>
    </SidePanel>
  );
}
