import { useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { api } from "../../kits/apikit";
import { Button } from "../../ui/Button";
import { diffParts } from "./diffParts";

/** A line as it was and as it is. */
export function LineChange({ old, now }: { old: string; now: string }) {
  const { t } = useLingui();
  return (
    <p className="history__change">
      <del dir="auto">
        <span className="visually-hidden">{t`Before:`} </span>
        {old}
      </del>
      <ins dir="auto">
        <span className="visually-hidden">{t`After:`} </span>
        {now}
      </ins>
    </p>
  );
}

/** A text with what went and what came in it. */
export function TextChange({ old, now }: { old: string; now: string }) {
  let at = 0;
  const parts = diffParts(old, now).map((part) => {
    at += 1;
    return { ...part, key: at };
  });
  if (parts.every((part) => part.kind !== "same")) return <LineChange old={old} now={now} />;
  return (
    <p className="history__change history__change--text" dir="auto">
      {parts.map(({ key, kind, text }) => {
        if (kind === "same") return <span key={key}>{text}</span>;
        return kind === "old" ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>;
      })}
    </p>
  );
}

type Versions = { old: string; now: string } | "failed";

/** What changed in the details between two versions, fetched when asked for. */
export function DetailsChange({ cardId, from, to }: { cardId: string; from: number | null; to: number }) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const [versions, setVersions] = useState<Versions | null>(null);
  useEffect(() => {
    if (!isOpen || versions) return;
    const text = async (version: number | null) =>
      version ? (await api.get<{ text: string }>(`/api/v1/cards/${cardId}/details/versions/${version}`)).text : "";
    Promise.all([text(from), text(to)]).then(
      ([old, now]) => setVersions({ old, now }),
      () => setVersions("failed"),
    );
  }, [isOpen, versions, cardId, from, to]);
  return (
    <>
      <Button
        look="quiet"
        size="small"
        className="history__more"
        aria-expanded={isOpen}
        onPress={() => {
          setOpen(!isOpen);
          if (versions === "failed") setVersions(null);
        }}
      >
        {isOpen ? t`Hide what changed` : t`Show what changed`}
      </Button>
      {isOpen && versions === "failed" ? <p className="history__note">{t`This cannot be read just now.`}</p> : null}
      {isOpen && versions && versions !== "failed" ? <TextChange {...versions} /> : null}
    </>
  );
}
