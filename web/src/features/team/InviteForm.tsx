import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { uuid7 } from "../../kits/idkit";
import { useSync } from "../../sync/hooks";
import { Button } from "../../ui/Button";
import { TextArea } from "../../ui/Field";
import { toasts } from "../../ui/toasts";
import { useBoard } from "../boards/boardTools";
import { type Doubt, doubtOf, splitAddresses } from "./addresses";
import { RoleSelect } from "./RoleSelect";
import type { Role } from "./roles";

/** Several addresses at once. What looks mistyped is questioned once, before anything is sent; what is no address is not sent. */
export function InviteForm() {
  const { t } = useLingui();
  const { boardId } = useBoard();
  const sync = useSync();
  const [text, setText] = useState("");
  const [role, setRole] = useState<Role>("member");
  const [doubts, setDoubts] = useState<readonly Doubt[]>([]);
  const addresses = splitAddresses(text);
  const count = addresses.length;
  const isImpossible = doubts.some((doubt) => doubt.kind !== "mistyped");

  const invite = async (chosen: readonly string[]) => {
    const people = chosen.map((email) => ({ invitation_id: uuid7(), email }));
    const kept = text;
    setText("");
    setDoubts([]);
    const answer = await sync.send("member.invite", { board_id: boardId, role, people });
    const sent = people.length;
    if (answer.s === "done")
      toasts.add({
        kind: "done",
        text: t`${plural(sent, { one: "# person is invited.", other: "# people are invited." })}`,
      });
    else setText((now) => now || kept);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (count === 0) return;
    const found = addresses.map(doubtOf).filter((doubt) => doubt !== null);
    // Asked once: sent again as they are, mistyped-looking addresses are meant so.
    const isAsked = doubts.length > 0 && !found.some((doubt) => doubt.kind !== "mistyped");
    if (found.length > 0 && !isAsked) setDoubts(found);
    else void invite(addresses);
  };
  const repair = (from: string, to: string) => {
    setText(addresses.map((address) => (address === from ? to : address)).join(", "));
    setDoubts(doubts.filter((doubt) => doubt.address !== from));
  };
  return (
    <form className="invite" onSubmit={submit}>
      <TextArea
        label={t`Invite people`}
        description={t`E-mail addresses, several at once.`}
        placeholder="ana@example.org, ben@example.org"
        value={text}
        rows={1}
        dir="ltr"
        className="invite__field"
        onChange={(next) => {
          setText(next);
          setDoubts([]);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) submit(event);
        }}
      />
      {doubts.length > 0 ? (
        <div role="alert">
          <ul className="invite__doubts">
            {doubts.map((doubt) => (
              <DoubtLine key={doubt.address} doubt={doubt} onRepair={repair} />
            ))}
          </ul>
        </div>
      ) : null}
      <div className="invite__foot">
        <RoleSelect label={t`Role`} value={role} onChange={setRole} />
        <Button type="submit" look="primary" isDisabled={count === 0 || isImpossible}>
          {doubts.length > 0 && !isImpossible
            ? t`Invite as written`
            : t`${plural(count, { 0: "Invite", one: "Invite", other: "Invite # people" })}`}
        </Button>
      </div>
    </form>
  );
}

function DoubtLine({ doubt, onRepair }: { doubt: Doubt; onRepair: (from: string, to: string) => void }) {
  const { t } = useLingui();
  const address = doubt.address;
  if (doubt.kind === "mistyped") {
    const better = doubt.better;
    return (
      <li className="invite__doubt">
        <span>{t`${address}: did you mean ${better}?`}</span>
        <Button size="small" onPress={() => onRepair(address, better)}>{t`Correct it`}</Button>
      </li>
    );
  }
  return (
    <li className="invite__doubt">
      {doubt.kind === "no_dot"
        ? t`${address}: a dot is missing after the @ sign, as in example.org.`
        : t`${address} is not an e-mail address.`}
    </li>
  );
}
