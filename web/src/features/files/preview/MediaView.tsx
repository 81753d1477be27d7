type MediaViewProps = { kind: "audio" | "video"; address: string; onBroken: () => void };

/** Sound and moving pictures, in the browser's own player. */
export function MediaView({ kind, address, onBroken }: MediaViewProps) {
  return (
    <div className="preview__middle">
      {kind === "audio" ? (
        // biome-ignore lint/a11y/useMediaCaption: what people attach comes without captions
        <audio controls src={address} onError={onBroken} />
      ) : (
        // biome-ignore lint/a11y/useMediaCaption: what people attach comes without captions
        <video controls playsInline src={address} onError={onBroken} />
      )}
    </div>
  );
}
