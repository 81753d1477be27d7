/** The mark: a board of three columns. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="var(--action)" />
      <g fill="var(--on-action)">
        <rect x="7" y="8" width="5" height="16" rx="1.5" />
        <rect x="13.5" y="8" width="5" height="10" rx="1.5" opacity="0.85" />
        <rect x="20" y="8" width="5" height="13" rx="1.5" opacity="0.7" />
      </g>
    </svg>
  );
}
