import { useLingui } from "@lingui/react/macro";
import type { PressEvent } from "react-aria-components/Button";
import { usePerson } from "../../sync/hooks";
import { Avatar } from "../../ui/Avatar";
import { announce } from "../../ui/announce";
import { Button } from "../../ui/Button";
import { classes } from "../../ui/classes";
import { follow, useFollowing } from "./following";
import "./FollowBar.css";

/** Whom the page follows, and the way out. Stands above the board, and in the head of the card that is open. */
export function FollowBar({ className }: { className?: string }) {
  const { t } = useLingui();
  const { person: id, isWaiting } = useFollowing();
  const person = usePerson(id);
  if (!person) return null;
  const name = person.name;
  const stop = ({ target }: PressEvent) => {
    // The button goes with the bar; the focus stays near.
    const home = target.closest<HTMLElement>("[role=dialog]") ?? document.getElementById("main");
    follow(null);
    announce(t`No longer following ${name}`);
    home?.focus();
  };
  return (
    <section className={classes("follow-bar", className)} aria-label={t`Following ${name}`}>
      <Avatar person={person} size={20} isDecorative />
      <span className="follow-bar__words">
        {isWaiting ? t`Waits for you, then follows ${name}` : t`Following ${name}`}
      </span>
      <Button size="small" look="quiet" onPress={stop}>{t`Stop following`}</Button>
    </section>
  );
}
