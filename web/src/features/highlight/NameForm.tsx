import { useLingui } from "@lingui/react/macro";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { cleanLine } from "../../kits/linekit";
import { Button } from "../../ui/Button";
import { TextField } from "../../ui/Field";

const MOST_NAME = 120;

type NameFormProps = { name: string; label: string; onSave: (name: string) => void; onClose: () => void };

/** A name for what is saved: Enter keeps it, Escape leaves it. */
export function NameForm({ name, label, onSave, onClose }: NameFormProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(name);
  const clean = cleanLine(typed);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (clean) onSave(clean);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
    // The panel stays.
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    <form className="highlight__name-form" onSubmit={onSubmit} onKeyDown={onKeyDown}>
      <TextField label={label} value={typed} onChange={setTyped} maxLength={MOST_NAME} autoComplete="off" autoFocus />
      <div className="highlight__acts">
        <Button type="submit" look="primary" size="small" isDisabled={!clean}>
          {t`Save`}
        </Button>
        <Button look="quiet" size="small" onPress={onClose}>
          {t`Cancel`}
        </Button>
      </div>
    </form>
  );
}
