import { useCallback } from "react";
import type { TagRow } from "../../contracts/rows";
import { useTable } from "../../sync/hooks";
import { classes } from "../../ui/classes";
import { Tag } from "../../ui/Label";
import { useLocale } from "../../ui/language";
import { hueOf } from "../boards/tagHues";
import { byName } from "../boards/useBoardTags";
import "./CardTags.css";

type CardTagsProps = { ids: readonly string[]; most?: number; className?: string };

/** A card's tags as small labels, by name; those beyond `most` are counted. */
export function CardTags({ ids, most = Number.POSITIVE_INFINITY, className }: CardTagsProps) {
  const locale = useLocale();
  const tags = useTable(
    "tags",
    useCallback((tag: TagRow) => ids.includes(tag.id), [ids]),
  );
  if (tags.length === 0) return null;
  const shown = byName(tags, locale).slice(0, tags.length > most ? most - 1 : most);
  return (
    <span className={classes("card-tags", className)}>
      {shown.map((tag) => (
        <Tag key={tag.id} hue={hueOf(tag.hue)} className="card-tags__one">
          <span dir="auto">{tag.name}</span>
        </Tag>
      ))}
      {tags.length > shown.length ? (
        <bdi className="card-tags__more figures" dir="ltr">
          +{tags.length - shown.length}
        </bdi>
      ) : null}
    </span>
  );
}
