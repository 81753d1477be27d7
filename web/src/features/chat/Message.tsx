import { useLingui } from "@lingui/react/macro";
import { memo, useMemo, useState } from "react";
import type { MessageRow, ReactionRow } from "../../contracts/rows";
import { exactTime } from "../../kits/datekit";
import { dateFormat } from "../../kits/formats";
import { usePerson, useRow, useSync } from "../../sync/hooks";
import { Avatar } from "../../ui/Avatar";
import { classes } from "../../ui/classes";
import { Icon } from "../../ui/icons";
import { Markdown } from "../../ui/markdown/Markdown";
import { tip } from "../../ui/Tooltip";
import { useBoard } from "../boards/boardTools";
import { useAttachmentAddress } from "../files/useMessageFiles";
import { EditMessage } from "./EditMessage";
import { MessageActions } from "./MessageActions";
import { useName } from "./people";
import { plainText } from "./plainText";
import { Reactions } from "./Reactions";
import { useTalkTools } from "./talkTools";
import "./Message.css";

type MessageProps = {
  message: MessageRow;
  reactions: readonly ReactionRow[] | undefined;
  /** Of its turn: shows who speaks. */
  isFirst: boolean;
  isTabStop: boolean;
  /** Just jumped to. */
  isShown: boolean;
  onFocus: (id: string) => void;
  onJump: (id: string) => void;
};

/** One message. What can be done with it appears when it is pointed at or has the focus. */
export const Message = memo(function Message(props: MessageProps) {
  const { message, reactions, isFirst, isTabStop, isShown, onFocus, onJump } = props;
  const { locale, zone } = useBoard();
  const { editing } = useTalkTools();
  const [isNear, setNear] = useState(false);
  const [isInside, setInside] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const name = useName(message.by);
  const time = dateFormat(locale, { timeZone: zone, hour: "numeric", minute: "2-digit" }).format(message.at);
  const isGone = message.deleted_at !== null;
  return (
    <article
      className={classes("message", isFirst && "message--first", isShown && "message--shown")}
      data-message={message.id}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={`${name}, ${time}`}
      onPointerEnter={() => setNear(true)}
      onPointerLeave={() => setNear(false)}
      onFocus={() => {
        setInside(true);
        onFocus(message.id);
      }}
      onBlur={(event) => setInside(event.currentTarget.contains(event.relatedTarget))}
    >
      <span className="message__side">
        {isFirst ? <Face id={message.by} name={name} /> : <Time at={message.at} text={time} />}
      </span>
      <div className="message__main">
        {isFirst ? (
          <header className="message__head">
            <bdi className="message__name">{name}</bdi>
            <Time at={message.at} text={time} />
          </header>
        ) : null}
        {message.reply_to && !isGone ? <Quote id={message.reply_to} onJump={onJump} /> : null}
        {editing === message.id && !isGone ? <EditMessage message={message} /> : <Words message={message} />}
        {isGone || !reactions ? null : <Reactions message={message} reactions={reactions} />}
      </div>
      {!isGone && editing !== message.id && (isNear || isInside || isOpen) ? (
        <MessageActions message={message} onOpenChange={setOpen} />
      ) : null}
    </article>
  );
});

function Face({ id, name }: { id: string; name: string }) {
  const person = usePerson(id);
  return <Avatar person={person ?? { id, name }} size={28} isDecorative />;
}

function Time({ at, text }: { at: number; text: string }) {
  const { locale, zone } = useBoard();
  return (
    <time className="message__time figures" dateTime={new Date(at).toISOString()} {...tip(exactTime(at, locale, zone))}>
      {text}
    </time>
  );
}

function Words({ message }: { message: MessageRow }) {
  const { t } = useLingui();
  const { locale, zone } = useBoard();
  const { directory, person } = useSync();
  const mentions = useMemo(
    () => ({ me: person, nameOf: (id: string) => (id === "all" ? t`all` : directory.get(id)?.name) }),
    [person, directory, t],
  );
  const resolveAttachment = useAttachmentAddress();
  if (message.deleted_at !== null) return <p className="message__gone">{t`Message deleted`}</p>;
  return (
    <>
      <Markdown
        className="message__text"
        text={message.text}
        mentions={mentions}
        resolveAttachment={resolveAttachment}
      />
      {message.edited_at === null ? null : (
        <span className="message__edited" {...tip(exactTime(message.edited_at, locale, zone))}>{t`edited`}</span>
      )}
    </>
  );
}

/** What a reply answers; a click leads there. */
function Quote({ id, onJump }: { id: string; onJump: (id: string) => void }) {
  const { t } = useLingui();
  const message = useRow("messages", id);
  const name = useName(message?.by ?? null);
  return (
    <button type="button" className="message__quote" onClick={() => onJump(id)}>
      <Icon name="reply" size={16} label={t`In reply to`} />
      {message ? (
        <span className="message__quoted">
          <bdi className="message__quoted-name">{name}</bdi>{" "}
          <bdi>{message.deleted_at === null ? plainText(message.text) : t`Message deleted`}</bdi>
        </span>
      ) : (
        <span className="message__quoted">{t`An earlier message`}</span>
      )}
    </button>
  );
}
