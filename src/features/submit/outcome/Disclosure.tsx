import { useState, type ReactNode } from 'react';

interface DisclosureProps {
  title: string;
  className: string | undefined;
  children: ReactNode;
}

/** A title that expands its content, which is rendered only while expanded. */
export function Disclosure({ title, className, children }: DisclosureProps) {
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
