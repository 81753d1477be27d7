import { classes } from "../classes";

/** A text as it was typed. */
export function PlainText({ text, className }: { text: string; className?: string }) {
  return (
    <div className={classes("markdown markdown--plain", className)} dir="auto">
      {text}
    </div>
  );
}
