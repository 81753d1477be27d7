import type { ReactNode, Ref } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import "./Button.css";
import { classes } from "./classes";
import { Icon, type IconName } from "./icons";
import { tip } from "./Tooltip";

export type ButtonLook = "primary" | "plain" | "quiet" | "danger";
export type ButtonSize = "small" | "medium" | "large";

type Base = Omit<AriaButtonProps, "className" | "children" | "style">;

export type ButtonProps = Base & {
  look?: ButtonLook;
  size?: ButtonSize;
  icon?: IconName;
  children: ReactNode;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
};

export function buttonClass(look: ButtonLook = "plain", size: ButtonSize = "medium"): string {
  return `button button--${look} button--${size}`;
}

/** One primary button per screen; `isPending` keeps its width and says so to screen readers. */
export function Button({ look = "plain", size = "medium", icon, children, className, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={classes(buttonClass(look, size), className)}>
      {icon ? <Icon name={icon} size={size === "small" ? 16 : 20} /> : null}
      <span className="button__label">{children}</span>
      {rest.isPending ? <span className="button__spinner" aria-hidden="true" /> : null}
    </AriaButton>
  );
}

export type IconButtonProps = Base & {
  icon: IconName;
  /** Its name for everybody: the tooltip shows it, screen readers say it. */
  label: string;
  keys?: string;
  size?: ButtonSize;
  /** On or off; leave out for a button that is not a switch. */
  isActive?: boolean;
  badge?: number;
  /** Words for a dot where there is no figure: that something here is new. */
  sign?: string | undefined;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
};

export function IconButton({
  icon,
  label,
  keys,
  size = "medium",
  isActive,
  badge,
  sign,
  className,
  ...rest
}: IconButtonProps) {
  const figure = badge && badge > 99 ? "99+" : badge;
  return (
    <AriaButton
      {...rest}
      {...tip(label, keys)}
      aria-label={[label, figure, sign].filter(Boolean).join(", ")}
      aria-pressed={isActive}
      className={classes(
        "button button--quiet button--icon",
        `button--${size}`,
        isActive && "button--active",
        className,
      )}
    >
      <Icon name={icon} size={size === "small" ? 16 : 20} />
      {figure ? <span className="button__badge figures">{figure}</span> : null}
      {sign && !figure ? <span className="button__sign" /> : null}
    </AriaButton>
  );
}
