import { useLingui } from "@lingui/react/macro";
import { Button } from "react-aria-components/Button";
import { type Command, useCommands } from "../../ui/commands";
import { Icon } from "../../ui/icons";
import { Menu, type MenuEntry } from "../../ui/Menu";
import { tip } from "../../ui/Tooltip";
import { usePlace } from "../boards/place";
import "./PlanSwitch.css";
import { setPlanPrefs, usePlanPrefs } from "./planPrefs";
import { planOf } from "./plans";
import { planViews } from "./planViews";

/** Beside the board's name: how one looks at the board, as workflow or by date. */
export function PlanSwitch() {
  const { t, i18n } = useLingui();
  const place = usePlace();
  const plan = planOf(place.plan);
  const { showsDone } = usePlanPrefs();
  const toggleDone = () => setPlanPrefs({ showsDone: !showsDone });
  useCommands((): readonly Command[] => {
    const group = t`Planning`;
    const views = planViews.map((view) => ({
      id: `plan.${view.plan ?? "workflow"}`,
      label: i18n._(view.title),
      group,
      icon: view.icon,
      keys: [view.keys],
      run: () => place.go({ plan: view.plan }),
    }));
    const label = showsDone ? t`Hide completed tasks` : t`Show completed tasks`;
    const done: Command = { id: "plan.done", label, group, icon: "check", guard: () => plan !== null, run: toggleDone };
    return [...views, done];
  }, [t, i18n, place, plan, showsDone]);

  const views = planViews.map((view) => ({
    id: view.plan ?? "workflow",
    label: i18n._(view.title),
    icon: view.icon,
    keys: view.keys,
    isSelected: view.plan === plan,
    run: () => place.go({ plan: view.plan }),
  }));
  const done: MenuEntry = { id: "done", label: t`Show completed tasks`, isSelected: showsDone, run: toggleDone };
  const groups = [{ id: "views", entries: views }, ...(plan ? [{ id: "done", entries: [done] }] : [])];
  const shown = planViews.find((view) => view.plan === plan) ?? planViews[0];
  const name = shown ? i18n._(shown.title) : "";
  return (
    <Menu label={t`How to look at the board`} groups={groups} placement="bottom start" commands="plan">
      <Button
        {...tip(t`How to look at the board`)}
        className="button button--quiet button--small plan-switch"
        aria-label={t`Shown as: ${name}`}
      >
        <Icon name={shown?.icon ?? "board"} size={16} />
        <span className="plan-switch__name">{name}</span>
        <Icon name="chevronDown" size={16} />
      </Button>
    </Menu>
  );
}
