/** The mark of Plumbline: three linked circles on blue. Decoration: the name always stands beside it or labels it. */
export function BrandMark({
  sizePx,
  className,
}: {
  readonly sizePx: number;
  readonly className?: string | undefined;
}) {
  return (
    <svg width={sizePx} height={sizePx} viewBox="0 0 56 56" className={className} aria-hidden="true">
      <rect width="56" height="56" fill="var(--brand)" />
      <path d="M20 22 28 36 36 22Z" fill="none" stroke="var(--on-brand)" strokeWidth="2.2" />
      <g fill="var(--brand)" stroke="var(--on-brand)" strokeWidth="2.4">
        <circle cx="19" cy="21" r="5.2" />
        <circle cx="37" cy="21" r="5.2" />
        <circle cx="28" cy="37" r="5.2" />
      </g>
    </svg>
  );
}
