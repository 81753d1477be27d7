import type { ReactElement } from "react";
import { Tooltip as AriaTooltip, TooltipTrigger } from "react-aria-components/Tooltip";
import { Keys } from "./keys";
import "./Tooltip.css";

type TooltipProps = {
  content: string;
  keys?: string;
  placement?: "top" | "bottom" | "start" | "end";
  /** One thing that can have focus: a button of this kit, or a link. */
  children: ReactElement;
};

export function Tooltip({ content, keys, placement = "bottom", children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={50}>
      {children}
      <AriaTooltip placement={placement} offset={6} className="tooltip">
        {content}
        {keys ? <Keys keys={keys} /> : null}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
