import Button from '@mui/material/Button';

interface PressedOnceProps {
  variant: 'outlined' | 'text';
  isDone: boolean;
  onPress: () => void;
  children: string;
}

/** A button that a press turns off. It stays focusable: a disabled or removed button would lose the focus. */
export function PressedOnce({ variant, isDone, onPress, children }: PressedOnceProps) {
  return (
    <Button
      size="small"
      variant={variant}
      aria-disabled={isDone}
      onClick={isDone ? undefined : onPress}
    >
      <span>{children}</span>
    </Button>
  );
}
