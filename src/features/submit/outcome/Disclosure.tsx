import { useState, type ReactNode } from 'react';

interface UnfoldingProps {
  title: string;
  className: string | undefined;
  children: ReactNode;
}

/** A title that unfolds its content, which is rendered only then. */
export function Disclosure({ title, className, children }: UnfoldingProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className={className}
    >
      <summary>{title}</summary>
      {isOpen && children}
    </details>
  );
}
