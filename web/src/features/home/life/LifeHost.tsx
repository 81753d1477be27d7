import { useKnownHome } from "../homeData";
import { CopyBoardDialog } from "./CopyBoardDialog";
import { useLifeQuestion } from "./lifeStore";
import { RenameBoardDialog } from "./RenameBoardDialog";
import { SaveTemplateDialog } from "./SaveTemplateDialog";
import { TransferBoardDialog } from "./TransferBoardDialog";

const dialogs = {
  rename: RenameBoardDialog,
  copy: CopyBoardDialog,
  transfer: TransferBoardDialog,
  template: SaveTemplateDialog,
};

/** Stands once on every page that offers the life of boards. */
export function LifeHost() {
  const question = useLifeQuestion();
  const accounts = useKnownHome()?.accounts ?? [];
  if (!question) return null;
  const LifeDialog = dialogs[question.kind];
  return <LifeDialog key={question.board.id} board={question.board} accounts={accounts} />;
}
