import Button from '@mui/material/Button';
import { Download } from 'lucide-react';
import type { RolloutNode, ShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import { downloadText } from '#src/ui/clipboard/copy-and-download.ts';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { nodesWords as words } from '../words/nodes-words.ts';
import { placeNodes } from './node-filter.ts';
import { rolloutCsv, rolloutJson } from './rollout-report.ts';

interface ReportButtonsProps {
  rollout: ShownRollout;
  nodes: readonly RolloutNode[];
}

/** Download the report. */
export function ReportButtons({ rollout, nodes }: ReportButtonsProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const download = (kind: 'csv' | 'json') => {
    const placed = placeNodes(nodes, rollout.waves);
    const text =
      kind === 'csv' ? rolloutCsv(placed, language) : rolloutJson(rollout, placed, language);
    downloadText(text, `rollout-${rollout.id.slice(0, 8)}.${kind}`, types[kind]);
  };
  return (['csv', 'json'] as const).map((kind) => (
    <Button
      key={kind}
      size="small"
      variant="text"
      aria-label={translate(words.report[kind])}
      startIcon={<Download size={16} aria-hidden />}
      onClick={() => download(kind)}
    >
      <span>{kind.toUpperCase()}</span>
    </Button>
  ));
}

const types = { csv: 'text/csv', json: 'application/json' };
