import { type HomeAccount, mayCreate } from "../homeData";
import type { LifeBoard } from "./lifeStore";

export type LifeDialogProps = { board: LifeBoard; accounts: readonly HomeAccount[] };

/** The accounts one may make boards in, the board's own first. */
export function homesFor({ board, accounts }: LifeDialogProps): readonly HomeAccount[] {
  const mine = accounts.filter((account) => mayCreate(account.role));
  return [...mine].sort((a, b) => Number(b.id === board.account_id) - Number(a.id === board.account_id));
}
