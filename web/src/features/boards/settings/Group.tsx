import type { ReactNode } from "react";

type GroupProps = { title: string; isOff?: boolean; children: ReactNode };

/** Settings that belong together; switched off as a whole for those who may only look. */
export function Group({ title, isOff, children }: GroupProps) {
  return (
    <fieldset className="board-settings__group" disabled={isOff}>
      <legend className="visually-hidden">{title}</legend>
      <span className="board-settings__title" aria-hidden="true">
        {title}
      </span>
      {children}
    </fieldset>
  );
}
