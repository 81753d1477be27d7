import { useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { uuid7 } from "../../kits/idkit";
import { useSync } from "../../sync/hooks";
import { Button } from "../../ui/Button";
import { TextField } from "../../ui/Field";
import { refusalText } from "../../ui/refusals";
import { Select } from "../../ui/Select";
import { useBoard } from "../boards/boardTools";
import { RoleSelect } from "./RoleSelect";
import type { Role } from "./roles";
import { useOwnRequests } from "./useOwnRequests";
import { WaitingRequests } from "./WaitingRequests";

type Wish = "add" | "role";

/** For those who cannot invite themselves: asks the board's admins. */
export function AskForm() {
  const { t } = useLingui();
  const { boardId } = useBoard();
  const sync = useSync();
  const own = useOwnRequests(boardId);
  const [wish, setWish] = useState<Wish>("add");
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("member");
  const [note, setNote] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const whom = wish === "add" ? email.trim() : null;
    const told = { request_id: uuid7(), board_id: boardId, role, email: whom, note: note.trim() };
    const answer = await sync.send("request.ask", told);
    if (answer.s !== "done") return setProblem(refusalText(answer.code, answer.args));
    setProblem(null);
    setEmail("");
    setNote("");
    own.refresh();
  };
  const wishes = [
    { id: "add" as const, label: t`Add somebody` },
    { id: "role" as const, label: t`Change my role` },
  ];
  return (
    <>
      <form className="invite" aria-label={t`Ask the board admins`} onSubmit={(event) => void submit(event)}>
        <p className="team__note">{t`Board admins invite people and change roles. Ask them here.`}</p>
        <div className="invite__foot">
          <Select label={t`What to ask for`} isLabelHidden options={wishes} value={wish} onChange={setWish} />
          <RoleSelect label={t`Role`} value={role} onChange={setRole} />
        </div>
        {wish === "add" ? (
          <TextField label={t`E-mail address`} type="email" value={email} onChange={setEmail} error={problem} />
        ) : null}
        <TextField
          label={t`Why`}
          value={note}
          onChange={setNote}
          maxLength={500}
          error={wish === "role" ? problem : null}
        />
        <div className="invite__foot">
          <Button type="submit" isDisabled={wish === "add" && !email.includes("@")}>{t`Ask`}</Button>
        </div>
      </form>
      <WaitingRequests own={own} />
    </>
  );
}
