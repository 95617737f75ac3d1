import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import type { DeploymentRecord } from '#src/domain/lookup/deployment-record.ts';
import { Facts } from './Facts.tsx';
import { formatTime } from './format-time.ts';
import type { Candidates } from '#src/domain/lookup/candidates.ts';

/** The newest of each kind are told; who has more of one name looks them up in the service. */
const MAX_SHOWN = 5;
const kinds = ['matches', 'undated', 'others', 'earlier'] as const;

/** The deployments of the attempt's name, told apart by whether they can be its own. */
export function CandidateList({ candidates }: { candidates: Candidates }) {
  const { t, i18n } = useTranslation();
  const when = (one: DeploymentRecord) => formatTime(one.createdAt, i18n.language);
  return kinds
    .filter((kind) => candidates[kind].length > 0)
    .map((kind) => (
      <Box key={kind} sx={{ mt: 1.5 }}>
        <Box sx={{ fontSize: 13, fontWeight: 500 }}>
          {t(`submit.seen.${kind}`, { count: candidates[kind].length })}
        </Box>
        {candidates[kind].slice(0, MAX_SHOWN).map((one) => (
          <Facts
            key={one.id}
            facts={[
              [t('submit.id'), one.id],
              [t('submit.createdAt'), when(one)],
            ]}
          />
        ))}
        {candidates[kind].length > MAX_SHOWN && (
          <Box sx={{ mt: 0.5, fontSize: 13, color: 'text.secondary' }}>
            {t('problems.more', { count: candidates[kind].length - MAX_SHOWN })}
          </Box>
        )}
      </Box>
    ));
}
