import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { IconButton } from "../../../ui/Button";
import { Icon } from "../../../ui/icons";
import { UploadItem } from "./UploadItem";
import { isMoving } from "./upload";
import "./UploadsHost.css";
import { startUploads } from "./uploads";
import { useUploads } from "./useUploads";
import "../../../ui/progress.css";

/** Runs the page's uploads for whoever is signed in, and says in one line how they go; opened, file by file. */
export function UploadsHost() {
  const { t } = useLingui();
  const { list, finished } = useUploads();
  const [isOpen, setOpen] = useState(false);
  useEffect(startUploads, []);
  const moving = list.filter(isMoving);
  const stuck = list.length - moving.length;
  if (list.length === 0) return null;
  const all = finished + moving.length;
  const now = Math.min(finished + 1, all);
  const words =
    moving.length > 0
      ? t`Uploading ${now} of ${all}`
      : plural(stuck, { one: "# file could not be uploaded", other: "# files could not be uploaded" });
  return (
    <section className="uploads" aria-label={t`Uploads`}>
      {isOpen ? (
        <ul className="uploads__list">
          {list.map((upload) => (
            <UploadItem key={upload.id} upload={upload} />
          ))}
        </ul>
      ) : null}
      <div className="uploads__line">
        <Icon name={stuck > 0 ? "warning" : "paperclip"} className={stuck > 0 ? "uploads__icon--stuck" : undefined} />
        <span className="uploads__words figures" role="status">
          {words}
        </span>
        {moving.length > 0 ? <Total all={all} finished={finished} list={moving} /> : null}
        <IconButton
          size="small"
          icon={isOpen ? "chevronDown" : "chevronUp"}
          label={isOpen ? t`Hide the files` : t`Show the files`}
          onPress={() => setOpen(!isOpen)}
        />
      </div>
    </section>
  );
}

/** Each file counts alike, however large: the line says how many there are, too. */
function Total({ all, finished, list }: { all: number; finished: number; list: { sent: number; size: number }[] }) {
  const { t } = useLingui();
  const under = list.reduce((sum, { sent, size }) => sum + sent / Math.max(1, size), 0);
  return (
    <progress
      className="progress upload__bar uploads__bar"
      value={finished + under}
      max={all}
      aria-label={t`Uploads`}
    />
  );
}
