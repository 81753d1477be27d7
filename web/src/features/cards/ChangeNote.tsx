import { useLingui } from "@lingui/react/macro";
import { usePerson } from "../../sync/hooks";
import { type ChangeMarks, useChangeMark } from "../boards/changeMarks";

type ChangeNoteProps = { id: string; marks: ChangeMarks; className: string };

/** “Ana moved this”, laid over what changed so that nothing makes room for it. */
export function ChangeNote({ id, marks, className }: ChangeNoteProps) {
  const { t } = useLingui();
  const mark = useChangeMark(marks, id);
  const person = usePerson(mark?.by ?? null);
  if (!mark || !person) return null;
  const name = person.name.split(" ")[0] ?? person.name;
  const words =
    mark.what === "moved"
      ? t`${name} moved this`
      : mark.what === "added"
        ? t`${name} added this`
        : t`${name} changed this`;
  return <span className={className}>{words}</span>;
}
