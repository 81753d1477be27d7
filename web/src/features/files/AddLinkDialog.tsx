import { useLingui } from "@lingui/react/macro";
import { type FormEvent, useId, useState } from "react";
import { uuid7 } from "../../kits/idkit";
import { useSync } from "../../sync/hooks";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { TextField } from "../../ui/Field";
import type { Subject } from "./uploads/upload";

/** Hangs an address on a card or a board; what its page is called is found out by the server. */
export function AddLinkDialog({ subject, onClose }: { subject: Subject; onClose: () => void }) {
  const { t } = useLingui();
  const sync = useSync();
  const formId = useId();
  const [url, setUrl] = useState("");
  const [name, setName] = useState("");
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const address = addressOf(url);
    if (!address) return setWrong(true);
    const place = subject.kind === "card" ? { card_id: subject.id } : { board_id: subject.id };
    void sync.send("file.add_link", { attachment_id: uuid7(), url: address, name, ...place });
    onClose();
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t`Cancel`}</Button>
      <Button look="primary" type="submit" form={formId}>{t`Add link`}</Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} size="small" title={t`Add link`} footer={footer}>
      <form id={formId} className="add-link" onSubmit={submit} noValidate>
        <TextField
          label={t`Address`}
          value={url}
          onChange={(text) => {
            setUrl(text);
            setWrong(false);
          }}
          type="url"
          dir="ltr"
          placeholder="https://"
          maxLength={2000}
          error={isWrong ? t`This is not a web address. It begins with http:// or https://.` : undefined}
          autoFocus
        />
        <TextField
          label={t`Name`}
          value={name}
          onChange={setName}
          maxLength={180}
          description={t`Without a name it is called what its page is called.`}
        />
      </form>
    </Dialog>
  );
}

/** What people write: `example.com/plan` is an address too. Null when it is none. */
function addressOf(text: string): string | null {
  const typed = text.trim();
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(typed) && !/^[^/]+:\d/.test(typed) ? typed : `https://${typed}`;
  try {
    const { protocol, hostname, href } = new URL(whole);
    return /^https?:$/.test(protocol) && hostname.includes(".") ? href : null;
  } catch {
    return null;
  }
}
