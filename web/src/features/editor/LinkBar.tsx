import { useLingui } from "@lingui/react/macro";
import type { Editor } from "@tiptap/core";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "../../ui/Button";
import { TextField } from "../../ui/Field";
import { cleanAddress } from "./paste";

/** Where the address of a link is written; the words stay selected in the text. */
export function LinkBar({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { t } = useLingui();
  const old = String(editor.getAttributes("link").href ?? "");
  const [typed, setTyped] = useState(old);
  const [isWrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const close = () => {
    // Before this bar goes: a dialog around it would take a focus that is lost for itself.
    editor.view.focus();
    onClose();
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const href = cleanAddress(typed);
    if (!href) return setWrong(true);
    const steps = editor.chain().extendMarkRange("link");
    if (editor.state.selection.empty && !old)
      steps.insertContent({ type: "text", text: typed.trim(), marks: [{ type: "link", attrs: { href } }] });
    else steps.setMark("link", { href, isBare: false });
    steps.run();
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  };
  return (
    <form className="rich__link" onSubmit={save} onKeyDown={onKeyDown}>
      <TextField
        ref={field}
        label={t`Address of the link`}
        isLabelHidden
        dir="ltr"
        inputMode="url"
        placeholder="https://"
        value={typed}
        error={isWrong ? t`This address leads nowhere. Write one that begins with https://.` : undefined}
        onChange={setTyped}
      />
      <Button type="submit" size="small" look="primary">{t`Link`}</Button>
      {old ? (
        <Button
          size="small"
          onPress={() => {
            editor.chain().extendMarkRange("link").unsetMark("link").run();
            close();
          }}
        >{t`Remove the link`}</Button>
      ) : null}
      <Button size="small" look="quiet" onPress={close}>{t`Cancel`}</Button>
    </form>
  );
}
