import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useSync } from "../../sync/hooks";
import { Button } from "../../ui/Button";
import { Icon } from "../../ui/icons";
import { refusalText } from "../../ui/refusals";
import { toasts } from "../../ui/toasts";
import { type HomeAccount, type HomeOffer, refreshHome } from "./homeData";
import "./Offers.css";

/** Boards that others want to give to one of the person's accounts. */
export function Offers({ offers, accounts }: { offers: readonly HomeOffer[]; accounts: readonly HomeAccount[] }) {
  const own = accounts.find((account) => account.role === "owner");
  if (!own) return null;
  return offers.map((offer) => <Offer key={offer.board_id} offer={offer} account={own} />);
}

function Offer({ offer, account }: { offer: HomeOffer; account: HomeAccount }) {
  const { t } = useLingui();
  const sync = useSync();
  const [isBusy, setBusy] = useState(false);
  const { board_id, name, by } = offer;
  const { name: accountName } = account;
  const answer = async (isTaken: boolean) => {
    setBusy(true);
    const told = isTaken
      ? await sync.send("transfer.accept", { board_id, account_id: account.id })
      : await sync.send("transfer.decline", { board_id });
    setBusy(false);
    if (told.s !== "done") toasts.add({ kind: "error", text: refusalText(told.code, told.args) });
    else if (isTaken) toasts.add({ kind: "done", text: t`“${name}” belongs to ${accountName} now.` });
    void refreshHome();
  };
  return (
    <section className="offer" aria-label={t`A board is offered to you`}>
      <Icon name="move" />
      <p className="offer__text">
        <Trans>
          {by} wants to give you the board <strong>{name}</strong>. Taken, it belongs to {accountName}.
        </Trans>
      </p>
      <Button isDisabled={isBusy} onPress={() => void answer(false)}>
        <Trans>No, thank you</Trans>
      </Button>
      <Button look="primary" isDisabled={isBusy} onPress={() => void answer(true)}>
        <Trans>Take the board</Trans>
      </Button>
    </section>
  );
}
