import { useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { MessageRow } from "../../contracts/rows";
import { dayIn, daysBetween, relativeDay } from "../../kits/datekit";
import { dateFormat } from "../../kits/formats";
import { Button } from "../../ui/Button";
import { useBoard } from "../boards/boardTools";
import { useMinute } from "../cards/useMinute";
import { type Day, inDays } from "./grouping";
import { Message } from "./Message";
import type { LogScroll } from "./useLogScroll";
import type { TalkRows } from "./useTalk";

type MessageLogProps = { talk: TalkRows; scroll: LogScroll; newFrom: string | null; seenAt: number | null };

/** How many larger pages a jump to an old message may read. */
const MOST_PAGES = 50;
const SHOWN_MS = 1500;

/** What was said, day by day. One message is a tab stop; arrow keys go from message to message. */
export function MessageLog({ talk, scroll, newFrom, seenAt }: MessageLogProps) {
  const { t } = useLingui();
  const { zone } = useBoard();
  const { messages, reactions } = talk;
  const days = useMemo(() => inDays(messages, zone, newFrom), [messages, zone, newFrom]);
  const [stop, setStop] = useState<string | null>(null);
  const tabStop = messages.some((one) => one.id === stop) ? stop : messages.at(-1)?.id;
  const { jump, shown } = useJump(talk, scroll);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const from = event.target instanceof HTMLElement ? event.target.dataset.message : undefined;
    if (!step || !from || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = messages[messages.findIndex((one) => one.id === from) + step];
    if (next) elementOf(scroll, next.id)?.focus();
  };
  return (
    <div className="talk__frame">
      <div
        className="talk__log"
        ref={scroll.box}
        role="log"
        aria-live="off"
        aria-label={t`Messages`}
        onScroll={scroll.onScroll}
        onKeyDown={onKeyDown}
      >
        <div className="talk__days">
          <Earlier talk={talk} scroll={scroll} />
          {days.map((day) => (
            <section key={day.day} className="talk__day">
              <DayLine day={day} />
              {day.turns.map((turn) => (
                <div key={turn.id} className="turn">
                  {turn.id === newFrom ? <NewLine since={seenAt ?? 0} /> : null}
                  {turn.messages.map((message, at) => (
                    <Message
                      key={message.id}
                      message={message}
                      reactions={reactions.get(message.id)}
                      isFirst={at === 0}
                      isTabStop={message.id === tabStop}
                      isShown={message.id === shown}
                      onFocus={setStop}
                      onJump={jump}
                    />
                  ))}
                </div>
              ))}
            </section>
          ))}
        </div>
      </div>
      {scroll.isAtEnd ? null : <ToEnd messages={messages} scroll={scroll} />}
    </div>
  );
}

const elementOf = ({ box }: LogScroll, id: string): HTMLElement | null | undefined =>
  box.current?.querySelector<HTMLElement>(`[data-message="${id}"]`);

/** Brings a message into sight, reading back to it when it is not here yet. */
function useJump(talk: TalkRows, scroll: LogScroll): { jump: (id: string) => void; shown: string | null } {
  const [shown, setShown] = useState<string | null>(null);
  const { readEarlier } = talk;
  const jump = useCallback(
    async (id: string) => {
      for (let page = 0; !elementOf(scroll, id) && page < MOST_PAGES; page++) {
        if (!(await readEarlier(true))) break;
        // What was read is drawn with the next frame.
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const element = elementOf(scroll, id);
      element?.scrollIntoView({ block: "center" });
      element?.focus({ preventScroll: true });
      setShown(id);
    },
    [readEarlier, scroll],
  );
  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => setShown(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  return { jump: useCallback((id: string) => void jump(id), [jump]), shown };
}

/** The way back: read on its own when it comes into sight, and a button for whoever does not scroll. */
function Earlier({ talk, scroll }: { talk: TalkRows; scroll: LogScroll }) {
  const { t } = useLingui();
  const mark = useRef<HTMLDivElement>(null);
  const { earlier, readEarlier } = talk;
  const { box } = scroll;
  useEffect(() => {
    if (earlier !== "some" || !mark.current || typeof IntersectionObserver === "undefined") return;
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && void readEarlier(), {
      root: box.current,
      rootMargin: "200px 0px 0px 0px",
    });
    watch.observe(mark.current);
    return () => watch.disconnect();
  }, [earlier, readEarlier, box]);
  if (earlier === "none") return null;
  return (
    <div className="talk__earlier" ref={mark}>
      <Button size="small" look="quiet" isPending={earlier === "loading"} onPress={() => void readEarlier()}>
        {earlier === "failed" ? t`Earlier messages could not be read. Try again` : t`Earlier messages`}
      </Button>
    </div>
  );
}

function DayLine({ day }: { day: Day }) {
  const { locale, zone } = useBoard();
  const now = useMinute();
  const ago = daysBetween(day.day, dayIn(now, zone));
  const sameYear = day.day.slice(0, 4) === dayIn(now, zone).slice(0, 4);
  const date = dateFormat(locale, {
    timeZone: zone,
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(sameYear ? {} : { year: "numeric" }),
  }).format(day.at);
  return <h3 className="talk__date">{ago === 0 || ago === 1 ? relativeDay(-ago, locale) : date}</h3>;
}

function NewLine({ since }: { since: number }) {
  const { t } = useLingui();
  const { locale, zone } = useBoard();
  const isToday = dayIn(since, zone) === dayIn(Date.now(), zone);
  const day = isToday ? {} : ({ day: "numeric", month: "short" } as const);
  const when = dateFormat(locale, { timeZone: zone, ...day, hour: "numeric", minute: "2-digit" }).format(since);
  return (
    <p className="talk__new" data-new-line>
      <span>{t`New since ${when}`}</span>
    </p>
  );
}

function ToEnd({ messages, scroll }: { messages: readonly MessageRow[]; scroll: LogScroll }) {
  const { t } = useLingui();
  const lastAt = messages.at(-1)?.at ?? 0;
  const [leftAt] = useState(lastAt);
  return (
    <Button size="small" icon="chevronDown" className="talk__to-end" onPress={scroll.toEnd}>
      {lastAt > leftAt ? t`New messages` : t`Latest messages`}
    </Button>
  );
}
