import { useLingui } from "@lingui/react/macro";
import { fileSize } from "../../../kits/formats";
import { Button, IconButton } from "../../../ui/Button";
import { Icon } from "../../../ui/icons";
import { useLocale } from "../../../ui/language";
import { refusalText } from "../../../ui/refusals";
import { toasts } from "../../../ui/toasts";
import { pickFiles } from "../pickFiles";
import type { Upload } from "./upload";
import "./Uploads.css";
import { uploads } from "./uploads";
import "../../../ui/progress.css";

/** The same file would be refused again. */
const HOPELESS: ReadonlySet<string> = new Set(["file_empty", "file_too_large", "upload_too_long"]);

/** A file on its way: how far it is, what holds it up, and the way out. */
export function UploadItem({ upload }: { upload: Upload }) {
  const { t } = useLingui();
  const { id, name, size, sent, state } = upload;
  const isStuck = state === "refused" || state === "missing";
  const retry =
    state === "refused" && !HOPELESS.has(upload.problem?.code ?? "") ? (
      <Button size="small" onPress={() => uploads.retry(id)}>{t`Try again`}</Button>
    ) : null;
  return (
    <li className="upload" data-upload={id}>
      <Icon
        name={isStuck ? "warning" : "file"}
        className={isStuck ? "upload__icon upload__icon--stuck" : "upload__icon"}
      />
      <span className="upload__words">
        <span className="upload__name" dir="auto" title={name}>
          {name}
        </span>
        {isStuck ? null : (
          <progress className="progress upload__bar" value={sent} max={Math.max(1, size)} aria-label={name} />
        )}
        <StateWords upload={upload} />
      </span>
      {retry}
      {state === "missing" ? <PickAgain upload={upload} /> : null}
      <IconButton
        size="small"
        icon="close"
        label={isStuck ? t`Remove “${name}” from this list` : t`Cancel the upload of “${name}”`}
        onPress={() => uploads.cancel(id)}
      />
    </li>
  );
}

function StateWords({ upload: { size, sent, state, problem } }: { upload: Upload }) {
  const { t } = useLingui();
  const locale = useLocale();
  const done = fileSize(sent, locale);
  const all = fileSize(size, locale);
  const words = {
    waiting: () => t`Waiting for its turn`,
    sending: () => t`${done} of ${all}`,
    storing: () => t`Putting it away…`,
    paused: () => t`No connection. It goes on by itself.`,
    missing: () => t`The browser has not got this file any more. Choose it again.`,
    refused: () => refusalText(problem?.code ?? "", problem?.args),
  }[state];
  return <span className="upload__state figures">{words()}</span>;
}

function PickAgain({ upload: { id, name } }: { upload: Upload }) {
  const { t } = useLingui();
  const pick = async () => {
    const [file] = await pickFiles();
    if (!file || uploads.supply(id, file)) return;
    toasts.add({ kind: "error", text: t`That is another file. Choose “${name}” as it was.` });
  };
  return <Button size="small" onPress={() => void pick()}>{t`Choose…`}</Button>;
}
