import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { Banner } from './Banner.tsx';

interface StorageNoticeProps {
  room: StorageEstimate;
}

/** Warns that the browser's storage is nearly full, before a draft cannot be saved. */
export function StorageNotice({ room: { usage = 0, quota = 0 } }: StorageNoticeProps) {
  const translate = useTranslate();
  const [isHidden, setHidden] = useState(false);
  if (isHidden) return null;
  const used = `${toMebibytes(usage)} / ${toMebibytes(quota)} MiB`;
  return (
    <Banner
      look="warning"
      title={translate({
        en: `This browser’s storage is nearly full (${used}).`,
        zh: `此浏览器的存储空间即将用尽（${used}）。`,
      })}
      help={translate({
        en: 'Drafts are still saved. Download them, then delete those that you no longer need.',
        zh: '草稿目前仍可保存。请先下载草稿，再删除不需要的草稿。',
      })}
      actions={
        <Button size="small" onClick={() => setHidden(true)}>
          {translate({ en: 'Dismiss', zh: '不再显示' })}
        </Button>
      }
    />
  );
}

function toMebibytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}
