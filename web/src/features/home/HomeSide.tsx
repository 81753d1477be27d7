import { Trans, useLingui } from "@lingui/react/macro";
import { Checkbox } from "../../ui/Toggle";
import { ReadAll } from "../marks/ReadAll";
import "./HomeSide.css";
import type { HomeAccount } from "./homeData";
import type { Resting } from "./resting";

type HomeSideProps = {
  accounts: readonly HomeAccount[];
  resting: Resting;
  setResting: (resting: Resting) => void;
};

/** Beside the boards: ways to the accounts, and whether boards at rest are shown. On phones it stands above them. */
export function HomeSide({ accounts, resting, setResting }: HomeSideProps) {
  const { t } = useLingui();
  return (
    <aside className="home-side" aria-label={t`What is shown`}>
      {accounts.length > 1 ? (
        <nav className="home-side__accounts" aria-label={t`Accounts`}>
          {accounts.map((account) => (
            <a key={account.id} className="home-side__account" href={`#account-${account.id}`} dir="auto">
              {account.name}
            </a>
          ))}
        </nav>
      ) : null}
      <div className="home-side__resting">
        <Checkbox isSelected={resting.archived} onChange={(archived) => setResting({ ...resting, archived })}>
          <Trans>Include from archive</Trans>
        </Checkbox>
        <Checkbox isSelected={resting.trash} onChange={(trash) => setResting({ ...resting, trash })}>
          <Trans>Include from trash</Trans>
        </Checkbox>
      </div>
      <ReadAll />
    </aside>
  );
}
