import { useLingui } from "@lingui/react/macro";
import { Button } from "../../../../ui/Button";
import { useThisBoardLife } from "../../useThisBoardLife";
import { Group } from "../Group";

/** What may be done with the board as a whole; its dialogs stand with the board's menu. */
export function LifeGroup() {
  const { t } = useLingui();
  const entries = useThisBoardLife().flat();
  if (entries.length === 0) return null;
  return (
    <Group title={t`This board`}>
      <div className="board-settings__buttons">
        {entries.map(({ id, label, icon, run }) => (
          <Button key={id} icon={icon} look={id === "purge" ? "danger" : "plain"} onPress={run}>
            {label}
          </Button>
        ))}
      </div>
    </Group>
  );
}
