import { type PointerEvent, useEffect, useRef, useState } from "react";
import { classes } from "../../../ui/classes";
import { nextScale } from "./scales";
import { ZoomBar } from "./ZoomBar";

type PictureViewProps = { source: string; name: string; onBroken: () => void };

/** A picture, fitted into the page or as large as wanted; larger ones are pulled about. */
export function PictureView({ source, name, onBroken }: PictureViewProps) {
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  /** Null: as large as fits. */
  const [scale, setScale] = useState<number | null>(null);
  const fitted = () => fitOf(box.current, size);
  const zoom = (step: 1 | -1) => setScale((now) => nextScale(now ?? fitted(), step));
  useWheel(box, zoom);
  return (
    <div className="preview__picture">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a large picture is scrolled by keys */}
      <div className="preview__scroll preview__scroll--picture" ref={box} tabIndex={0} onPointerDown={pull}>
        <img
          className={classes("preview__image", scale === null && "preview__image--fitted")}
          style={
            scale !== null && size ? { inlineSize: size.width * scale, blockSize: size.height * scale } : undefined
          }
          src={source}
          alt={name}
          draggable={false}
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
            setSize({ width: naturalWidth, height: naturalHeight })
          }
          onError={onBroken}
          onDoubleClick={() => setScale(scale === null ? 1 : null)}
        />
      </div>
      <ZoomBar
        scale={size ? (scale ?? fitted()) : null}
        isFitted={scale === null}
        onZoom={zoom}
        onFit={() => setScale(null)}
      />
    </div>
  );
}

function fitOf(box: HTMLElement | null, size: { width: number; height: number } | null): number {
  if (!box || !size) return 1;
  return Math.min(1, box.clientWidth / size.width, box.clientHeight / size.height);
}

/** With Ctrl or Cmd, as everywhere; a pinch on a touch pad arrives as that. */
function useWheel(box: React.RefObject<HTMLElement | null>, zoom: (step: 1 | -1) => void): void {
  const now = useRef(zoom);
  now.current = zoom;
  useEffect(() => {
    const element = box.current;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      now.current(event.deltaY < 0 ? 1 : -1);
    };
    element?.addEventListener("wheel", onWheel, { passive: false });
    return () => element?.removeEventListener("wheel", onWheel);
  }, [box]);
}

function pull(down: PointerEvent<HTMLElement>): void {
  const box = down.currentTarget;
  // Fingers scroll by themselves.
  if (down.pointerType !== "mouse" || down.button !== 0) return;
  const start = { x: down.clientX + box.scrollLeft, y: down.clientY + box.scrollTop };
  const ended = new AbortController();
  box.setPointerCapture(down.pointerId);
  const move = (event: globalThis.PointerEvent) => box.scrollTo(start.x - event.clientX, start.y - event.clientY);
  box.addEventListener("pointermove", move, { signal: ended.signal });
  box.addEventListener("pointerup", () => ended.abort(), { signal: ended.signal });
  box.addEventListener("pointercancel", () => ended.abort(), { signal: ended.signal });
}
