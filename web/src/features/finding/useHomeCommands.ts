import { useLingui } from "@lingui/react/macro";
import { useRouter } from "@tanstack/react-router";
import { api } from "../../kits/apikit";
import { type Command, useCommands } from "../../ui/commands";
import type { Finding } from "../../ui/findIn";
import { blankTemplate, categoryWord, type Template } from "../home/gallery/templates";
import { mayCreate, useKnownHome } from "../home/homeData";
import { askHome, type HomeQuestion } from "../home/homeQuestion";

/** New boards and imports, which home asks about, from every page. */
export function useHomeCommands(): void {
  const { t } = useLingui();
  const { history } = useRouter();
  const canCreate = useKnownHome()?.accounts.some((account) => mayCreate(account.role)) ?? false;
  useCommands((): readonly Command[] => {
    const group = t`Boards`;
    const guard = () => canCreate;
    const go = (question: HomeQuestion) => () => {
      askHome(question);
      if (history.location.pathname !== "/") history.push("/");
    };
    const templates = async (): Promise<readonly Finding[]> => {
      const gallery = await api.get<Template[]>("/api/v1/templates").catch(() => []);
      const all = [blankTemplate(), ...gallery.filter((one) => one.id !== "blank")];
      return all.map((one) => ({
        ...{ id: `template/${one.id}`, label: one.name, note: one.description, group: categoryWord(one.category) },
        ...{ icon: "template" as const, run: go({ kind: "new", accountId: "", template: one.id }) },
      }));
    };
    return [
      {
        ...{ id: "board.create", label: t`Create new board`, group, icon: "plus", guard },
        run: go({ kind: "new", accountId: "" }),
      },
      {
        ...{ id: "board.from_template", label: t`Create a board from a template…`, group, icon: "template", guard },
        ...{ run: () => undefined, choices: templates },
      },
      { id: "board.import", label: t`Import a board`, group, icon: "paste", guard, run: go({ kind: "import" }) },
    ];
  }, [t, history, canCreate]);
}
