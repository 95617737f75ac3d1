import { useEffect, useRef, type ReactNode } from 'react';

interface PageHeadingProps {
  className?: string | undefined;
  children: ReactNode;
}

/** The heading of a page; it takes the focus, because the page replaces another one. */
export function PageHeading({ className, children }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h1>
  );
}
