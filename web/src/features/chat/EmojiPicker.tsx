import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";

/** Emoji people react with most, and those for work. What is not here can be typed or pasted. */
const emoji: readonly (readonly [string, MessageDescriptor])[] = [
  ["👍", msg`Thumbs up`],
  ["👎", msg`Thumbs down`],
  ["❤️", msg`Heart`],
  ["😂", msg`Tears of joy`],
  ["🎉", msg`Party`],
  ["🙏", msg`Thank you`],
  ["👀", msg`Eyes`],
  ["✅", msg`Done`],
  ["😀", msg`Grinning`],
  ["😄", msg`Laughing`],
  ["😊", msg`Smiling`],
  ["🙂", msg`Slight smile`],
  ["😉", msg`Wink`],
  ["😍", msg`Heart eyes`],
  ["😎", msg`Cool`],
  ["🤩", msg`Starry eyes`],
  ["🤔", msg`Thinking`],
  ["🤨", msg`Raised eyebrow`],
  ["😐", msg`Neutral face`],
  ["😅", msg`Nervous smile`],
  ["😬", msg`Grimace`],
  ["😕", msg`Confused`],
  ["😢", msg`Crying`],
  ["😭", msg`Sobbing`],
  ["😱", msg`Scared`],
  ["😡", msg`Angry`],
  ["😴", msg`Sleeping`],
  ["🤯", msg`Mind blown`],
  ["🥳", msg`Celebrating`],
  ["🤷", msg`Shrug`],
  ["🙈", msg`See no evil`],
  ["👏", msg`Applause`],
  ["🙌", msg`Raised hands`],
  ["🤝", msg`Handshake`],
  ["💪", msg`Strong`],
  ["✌️", msg`Victory`],
  ["🤞", msg`Fingers crossed`],
  ["👋", msg`Wave`],
  ["👌", msg`OK hand`],
  ["☝️", msg`Pointing up`],
  ["💯", msg`Hundred`],
  ["🔥", msg`Fire`],
  ["⭐", msg`Star`],
  ["✨", msg`Sparkles`],
  ["🚀", msg`Rocket`],
  ["💡", msg`Idea`],
  ["❓", msg`Question`],
  ["❗", msg`Exclamation`],
  ["⚠️", msg`Warning`],
  ["❌", msg`Cross`],
  ["➕", msg`Plus`],
  ["⏳", msg`Hourglass`],
  ["⏰", msg`Alarm`],
  ["📅", msg`Calendar`],
  ["📌", msg`Pin`],
  ["📎", msg`Paperclip`],
  ["📣", msg`Megaphone`],
  ["🐛", msg`Bug`],
  ["🔧", msg`Wrench`],
  ["🎂", msg`Cake`],
  ["☕", msg`Coffee`],
  ["🌱", msg`Seedling`],
  ["🌈", msg`Rainbow`],
  ["💜", msg`Purple heart`],
];

export const emojiList = emoji.map(([one]) => one);

/** The list in a popover; arrow keys go through it, typing a name finds it. */
export function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const { t, i18n } = useLingui();
  return (
    <ListBox
      className="emoji"
      aria-label={t`Emoji`}
      layout="grid"
      autoFocus="first"
      onAction={(key) => onPick(String(key))}
    >
      {emoji.map(([one, name]) => (
        <ListBoxItem key={one} id={one} className="emoji__one" textValue={i18n._(name)} aria-label={i18n._(name)}>
          <span aria-hidden="true">{one}</span>
        </ListBoxItem>
      ))}
    </ListBox>
  );
}
