import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { machineZone } from "../../../kits/datekit";
import { Icon } from "../../../ui/icons";
import { StatusLabel, Tag } from "../../../ui/Label";
import { dueWords } from "../../cards/dueWords";
import { priorityIcon, priorityWord, statusTone, statusWord } from "../../cards/facts";
import type { SampleCard, SampleColumn, Template } from "./templates";
import "./TemplatePreview.css";

const DAY_MS = 86_400_000;

/** The board as it will look: its columns with their sample cards. */
export function TemplatePreview({ template }: { template: Template | null }) {
  const { t } = useLingui();
  if (!template) return <section className="preview" aria-busy="true" />;
  const name = template.name;
  return (
    <section className="preview" aria-label={t`Preview of “${name}”`}>
      <header className="preview__head">
        <h3 className="preview__name" dir="auto">
          {name}
        </h3>
        <p className="preview__about" dir="auto">
          {template.description}
        </p>
      </header>
      {template.category === "own" ? (
        <p className="preview__own">
          <Trans>Its columns, tags and tasks come with the new board.</Trans>
        </p>
      ) : (
        <Columns template={template} key={template.id} />
      )}
    </section>
  );
}

function Columns({ template }: { template: Template }) {
  const { t } = useLingui();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <ul className="preview__board" tabIndex={0} aria-label={t`Columns and tasks`}>
      {template.columns.map((column, at) => (
        <Column key={at} column={column} tags={template.tags} />
      ))}
    </ul>
  );
}

function Column({ column, tags }: { column: SampleColumn; tags: Template["tags"] }) {
  const { t, i18n } = useLingui();
  const title = column.kind === "completed" && column.name === "Completed" ? t`Completed` : column.name;
  const count = i18n.number(column.cards.length);
  return (
    <li className="preview__column">
      <h4 className="preview__title">
        <span dir="auto">{title}</span>
        <span className="preview__count figures">
          {column.wip_limit ? `${count}/${i18n.number(column.wip_limit)}` : count}
        </span>
      </h4>
      <ul className="preview__cards">
        {column.cards.map((card) => (
          <li key={card.title} className="preview__card">
            <Face card={card} tags={tags} />
          </li>
        ))}
      </ul>
    </li>
  );
}

/** As on a board: only what is not empty takes room. */
function Face({ card, tags }: { card: SampleCard; tags: Template["tags"] }) {
  const { i18n } = useLingui();
  const [now] = useState(() => Date.now());
  const tone = statusTone(card.status);
  const carried = tags.filter((tag) => card.tags.includes(tag.name));
  const due_at = card.due_in_days === null ? null : now + card.due_in_days * DAY_MS;
  const due = dueWords({ due_at, due_time: null }, { now, zone: machineZone(), locale: i18n.locale });
  const isUrgent = card.priority !== "normal";
  return (
    <>
      {tone ? <StatusLabel tone={tone}>{statusWord(card.status)}</StatusLabel> : null}
      {carried.length ? (
        <span className="preview__tags">
          {carried.map((tag) => (
            <Tag key={tag.name} hue={tag.hue}>
              {tag.name}
            </Tag>
          ))}
        </span>
      ) : null}
      <span className="preview__card-title" dir="auto">
        {card.title}
      </span>
      {due || isUrgent || card.checklist_total ? (
        <span className="preview__facts">
          {due ? <Fact icon="calendar" words={due.text} /> : null}
          {card.checklist_total ? (
            <Fact icon="checklist" words={`${i18n.number(card.checklist_done)}/${i18n.number(card.checklist_total)}`} />
          ) : null}
          {isUrgent ? <Fact icon={priorityIcon(card.priority)} words={priorityWord(card.priority)} /> : null}
        </span>
      ) : null}
    </>
  );
}

function Fact({ icon, words }: { icon: Parameters<typeof Icon>[0]["name"]; words: string }) {
  return (
    <span className="preview__fact figures">
      <Icon name={icon} size={16} />
      {words}
    </span>
  );
}
