import type { ReactNode } from "react";
import { classes } from "./classes";
import { Icon, type IconName } from "./icons";
import "./Label.css";

/** The names of tag colours as the database stores them. */
export const tagHues = ["grey", "red", "orange", "yellow", "green", "teal", "blue", "violet", "pink", "brown"] as const;
export type TagHue = (typeof tagHues)[number];
export type StatusTone = "ready" | "in-progress" | "needs-review" | "needs-rework" | "blocked" | "on-hold";
export type BadgeTone = "neutral" | "action" | "highlight" | "changed" | "danger";

type Shared = { children: ReactNode; icon?: IconName; className?: string };

function Label({ children, icon, className, look }: Shared & { look: string | false }) {
  return (
    <span className={classes("label", look && `label--${look}`, className)}>
      {icon ? <Icon name={icon} size={16} /> : null}
      {children}
    </span>
  );
}

/** A tag: small, coloured, with its word. */
export function Tag({ hue, ...rest }: Shared & { hue: TagHue }) {
  return <Label {...rest} look={`tag-${hue}`} />;
}

/** A status with its word; *Normal* has none, so it has no tone. */
export function StatusLabel({ tone, ...rest }: Shared & { tone: StatusTone }) {
  return <Label {...rest} look={`status-${tone}`} />;
}

/** A short fact; the tone has its fixed meaning (tokens.css). */
export function Badge({ tone = "neutral", ...rest }: Shared & { tone?: BadgeTone }) {
  return <Label {...rest} look={tone !== "neutral" && tone} />;
}
