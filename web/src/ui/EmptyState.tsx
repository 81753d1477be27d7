import type { ReactNode } from "react";
import "./EmptyState.css";
import { Icon, type IconName } from "./icons";

type EmptyStateProps = {
  icon?: IconName;
  title: string;
  /** One line that teaches. */
  children?: ReactNode;
  /** The button that fills the place. */
  action?: ReactNode;
  level?: 1 | 2;
};

export function EmptyState({ icon, title, children, action, level = 2 }: EmptyStateProps) {
  const Title = level === 1 ? "h1" : "h2";
  return (
    <div className="empty">
      {icon ? (
        <span className="empty__icon">
          <Icon name={icon} size={24} />
        </span>
      ) : null}
      <Title className="empty__title">{title}</Title>
      {children ? <p className="empty__text">{children}</p> : null}
      {action ? <div className="empty__action">{action}</div> : null}
    </div>
  );
}
