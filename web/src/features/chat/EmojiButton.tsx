import { useLingui } from "@lingui/react/macro";
import { Suspense } from "react";
import { IconButton } from "../../ui/Button";
import { Popover } from "../../ui/Popover";
import { Skeleton } from "../../ui/Skeleton";
import "./Emoji.css";
import { late } from "../../ui/late";

const EmojiPicker = late(() => import("./EmojiPicker").then((module) => ({ default: module.EmojiPicker })));

type EmojiButtonProps = {
  label: string;
  onPick: (emoji: string) => void;
  onOpenChange?: (isOpen: boolean) => void;
};

/** A button that opens the emoji; they are fetched when it is pressed for the first time. */
export function EmojiButton({ label, onPick, onOpenChange }: EmojiButtonProps) {
  const { t } = useLingui();
  return (
    <Popover
      label={t`Emoji`}
      placement="top end"
      className="emoji-popover"
      {...(onOpenChange ? { onOpenChange } : {})}
      trigger={<IconButton size="small" icon="smile" label={label} />}
    >
      {(close) => (
        <Suspense fallback={<Skeleton className="emoji emoji--loading" />}>
          <EmojiPicker
            onPick={(emoji) => {
              close();
              onPick(emoji);
            }}
          />
        </Suspense>
      )}
    </Popover>
  );
}
