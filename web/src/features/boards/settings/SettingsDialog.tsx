import { useLingui } from "@lingui/react/macro";
import { Suspense } from "react";
import { useScope } from "../../../sync/hooks";
import { Dialog } from "../../../ui/Dialog";
import { Skeleton } from "../../../ui/Skeleton";
import { Tabs } from "../../../ui/Tabs";
import { useBoard } from "../boardTools";
import { usePlace } from "../place";
import "./SettingsDialog.css";
import { type SettingsTabId, settingsTabs } from "./settingsTabs";

/** All about the board as a whole. Everybody who signed in may look; what one may not change stands there switched off. */
export function SettingsDialog() {
  const { t, i18n } = useLingui();
  const { boardId, rights } = useBoard();
  const { settings, go } = usePlace();
  useScope(rights.canManage ? `desk:${boardId}` : null);
  const open = settingsTabs.find((one) => one.id === settings) ?? settingsTabs[0];
  return (
    <Dialog
      isOpen
      onClose={() => go({ settings: null })}
      size="large"
      title={t`Board settings`}
      className="board-settings"
    >
      <Tabs<SettingsTabId>
        label={t`Board settings`}
        entries={settingsTabs.map((one) => ({ id: one.id, label: i18n._(one.title) }))}
        value={open.id}
        onChange={(id) => go({ settings: id }, true)}
      >
        <Suspense fallback={<Skeleton className="board-settings__skeleton" />}>
          <open.Content />
        </Suspense>
      </Tabs>
    </Dialog>
  );
}
