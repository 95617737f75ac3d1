import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Issue } from '#src/domain/core/issue.ts';
import { IssueLine } from '#src/ui/IssueLine.tsx';
import { visuallyHidden } from '#src/ui/visually-hidden.ts';

/** Ids that tie a control to its label, its helper text and its problems. */
export interface FieldIds {
  readonly control: string;
  readonly help: string;
  readonly issues: string;
}

/** Ids for one field, from React's useId. */
export function fieldIds(id: string): FieldIds {
  return { control: id, help: `${id}-help`, issues: `${id}-issues` };
}

/** The value of aria-describedby for a control: its problems first, then its helper text. */
export function describedBy(ids: FieldIds, issues: readonly Issue[], hasHelp: boolean) {
  const parts = [issues.length > 0 ? ids.issues : '', hasHelp ? ids.help : ''];
  return parts.filter(Boolean).join(' ') || undefined;
}

interface FieldFrameProps {
  ids: FieldIds;
  label: string;
  required?: boolean;
  /** Quiet words under the control. */
  help?: string | undefined;
  /** A small word behind the label, such as the edition. */
  mark?: string | undefined;
  issues: readonly Issue[];
  /** For groups of controls (radios, lists): the label names the group instead of one control. */
  asGroup?: boolean;
  /** True in a column whose first row shows the label: where rows stand as columns it is for screen readers only. */
  inColumn?: boolean;
  children: ReactNode;
}

/** Label above, control, problems and helper text below: the frame around every control. */
export function FieldFrame(props: FieldFrameProps) {
  const { ids, label, required, help, mark, issues, asGroup, inColumn, children } = props;
  const { t } = useTranslation();
  const group = asGroup
    ? {
        role: 'group',
        'aria-labelledby': `${ids.control}-label`,
        'aria-describedby': describedBy(ids, issues, help !== undefined),
      }
    : {};
  return (
    <Box {...group} sx={{ minWidth: 0 }}>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          columnGap: 1,
          alignItems: 'baseline',
          mb: '6px',
          ...(inColumn && { '@media (min-width: 600px)': visuallyHidden }),
        }}
      >
        <Box
          component={asGroup ? 'span' : 'label'}
          id={`${ids.control}-label`}
          {...(!asGroup && { htmlFor: ids.control })}
          sx={{ fontSize: 13, lineHeight: '18px', fontWeight: 500, color: 'text.primary' }}
        >
          {label}
        </Box>
        {required && (
          <Box
            component="span"
            aria-hidden
            sx={{ color: 'error.main', ml: '-6px', fontSize: 13, lineHeight: '18px' }}
            title={t('field.required')}
          >
            *
          </Box>
        )}
        {mark && (
          <Box component="span" sx={{ fontSize: 12, lineHeight: '18px', color: 'text.secondary' }}>
            {mark}
          </Box>
        )}
      </Box>
      {children}
      {issues.length > 0 && (
        <Box id={ids.issues} sx={{ mt: '6px', display: 'grid', gap: '4px' }}>
          {issues.map((issue) => (
            <IssueLine key={`${issue.rule ?? ''}${issue.message.en}`} issue={issue} />
          ))}
        </Box>
      )}
      {help && (
        <Box
          id={ids.help}
          sx={{ mt: '4px', fontSize: 12, lineHeight: '18px', color: 'text.secondary' }}
        >
          {help}
        </Box>
      )}
    </Box>
  );
}
