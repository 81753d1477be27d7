import { useLingui } from "@lingui/react/macro";
import { useSync } from "../../sync/hooks";
import { Button } from "../../ui/Button";
import { roleWord } from "./roles";
import type { OwnRequests } from "./useOwnRequests";

/** What one has asked for and nobody has answered yet. */
export function WaitingRequests({ own }: { own: OwnRequests }) {
  const { t } = useLingui();
  const sync = useSync();
  if (own.requests.length === 0) return null;
  const withdraw = async (request_id: string) => {
    await sync.send("request.withdraw", { request_id });
    own.refresh();
  };
  return (
    <section>
      <h3 className="team__title">{t`Asked, not answered yet`}</h3>
      <ul className="team__list">
        {own.requests.map(({ id, email, role: asked }) => {
          const role = roleWord(asked);
          return (
            <li key={id} className="team__line">
              <span className="team__who">{email ? t`Add ${email} (${role})` : t`My role: ${role}`}</span>
              <Button size="small" look="quiet" onPress={() => void withdraw(id)}>{t`Withdraw`}</Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
