import { classes } from "../../ui/classes";
import { Icon, type IconName } from "../../ui/icons";

type ChoiceProps = {
  icon: IconName;
  isOn: boolean;
  /** It opens a form below instead. */
  isForm?: boolean;
  run: () => void;
  children: string;
};

/** One highlight to choose: pressed again it ends. */
export function Choice({ icon, isOn, isForm = false, run, children }: ChoiceProps) {
  return (
    <button
      type="button"
      className={classes("highlight__choice", isOn && !isForm && "highlight__choice--on")}
      aria-pressed={isForm ? undefined : isOn}
      aria-expanded={isForm ? isOn : undefined}
      onClick={run}
    >
      <Icon name={icon} />
      <bdi className="highlight__name">{children}</bdi>
      {isForm ? <Icon name={isOn ? "chevronUp" : "chevronDown"} size={16} /> : null}
      {isOn && !isForm ? <Icon name="check" size={16} /> : null}
    </button>
  );
}
