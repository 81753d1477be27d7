import { useLingui } from "@lingui/react/macro";
import { useRow } from "../../sync/hooks";
import { Button } from "../../ui/Button";
import "../../ui/progress.css";

type ProgressProps = { cardId: string; isHiding: boolean; onHide: (isHiding: boolean) => void };

/** How far the checklist is, and whether what is done takes room. */
export function Progress({ cardId, isHiding, onHide }: ProgressProps) {
  const { t } = useLingui();
  const card = useRow("cards", cardId);
  const [done, total] = [card?.checklist_done ?? 0, card?.checklist_total ?? 0];
  if (total === 0) return null;
  return (
    <div className="checklist__head">
      <span className="checklist__count figures">{t`${done} of ${total} done`}</span>
      <progress className="progress checklist__bar" value={done} max={total} aria-hidden="true" />
      <Button
        size="small"
        look="quiet"
        icon={isHiding ? "eye" : "eyeOff"}
        isDisabled={done === 0 && !isHiding}
        onPress={() => onHide(!isHiding)}
      >
        {isHiding ? t`Show done` : t`Hide done`}
      </Button>
    </div>
  );
}
