import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';

interface AsNewProps {
  name: string;
  /** True if the one of the name certainly exists. */
  isThere: boolean;
  onSubmit: () => void;
}

/** The way past an attempt that is in the way, with what that may lead to. */
export function AsNew({ name, isThere, onSubmit }: AsNewProps) {
  const { t } = useTranslation();
  return (
    <Box sx={{ mt: 2, pt: 1.5, borderTop: '1px solid', borderColor: 'divider' }}>
      <Box sx={{ fontSize: 13, mb: 1, overflowWrap: 'anywhere' }}>
        {t(isThere ? 'submit.asNewThere' : 'submit.asNewMaybe', { name })}
      </Box>
      <Button size="small" variant="outlined" color="warning" onClick={onSubmit}>
        {t('submit.asNew')}
      </Button>
    </Box>
  );
}
