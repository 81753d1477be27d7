import { classes } from "./classes";
import "./Skeleton.css";

/** Holds the place of what is coming, in its final size: give it the class of that size. */
export function Skeleton({ className }: { className?: string }) {
  return <span className={classes("skeleton", className)} aria-hidden="true" />;
}
