import { useMemo, useState } from 'react';
import { exportDocument } from '#src/convert/export/export-document.ts';
import {
  exportKinds,
  type ExportKind,
  type ExportPlace,
  type SecretHandling,
} from '#src/convert/export/request/export-request.ts';
import { findAllSecrets } from '#src/convert/secrets/find-copies.ts';
import type { Json } from '#src/json/value.ts';
import { Tabs } from '#src/ui/blocks/Tabs.tsx';
import { LargeDialog } from '#src/ui/blocks/LargeDialog.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import styles from './export.module.css';
import { ExportedText } from './ExportedText.tsx';
import { exportDialogWords } from './export-words.ts';
import { SecretsChoice } from './SecretsChoice.tsx';
import { ClientChoice, type SnippetClient } from './ClientChoice.tsx';

interface ExportDialogProps {
  document: Json;
  /** The name for files, without an ending. */
  name: string;
  /** Where snippets send the request. */
  place: ExportPlace;
  onClose: () => void;
}

/** The notations with a tab. Those with an SDK are a choice on the tab of their language. */
const kinds = (Object.keys(exportKinds) as ExportKind[]).filter((kind) => !kind.endsWith('-sdk'));

/** The document in other notations, to copy or download. Nothing is sent. */
export function ExportDialog({ document, name, place, onClose }: ExportDialogProps) {
  const translate = useTranslate();
  const [kind, setKind] = useState<ExportKind>('json');
  const [handling, setHandling] = useState<SecretHandling>('keep');
  const [client, setClient] = useState<SnippetClient>('sdk');
  const hasClients = kind === 'python' || kind === 'go';
  const to = hasClients && client === 'sdk' ? (`${kind}-sdk` as const) : kind;
  const secrets = useMemo(() => findAllSecrets(document), [document]);
  const exported = useMemo(
    () => exportDocument({ document, to, place, secrets: handling }),
    [document, to, place, handling],
  );
  return (
    <LargeDialog
      title={translate(exportDialogWords.title)}
      closeLabel={translate(exportDialogWords.close)}
      className={styles.paper}
      onClose={onClose}
    >
      <div className={styles.body}>
        <Tabs
          label={translate(exportDialogWords.notations)}
          value={kind}
          tabs={kinds.map((value) => ({ value, label: translate(exportKinds[value]) }))}
          onChange={setKind}
        >
          <div className={styles.panel}>
            {secrets.length > 0 && (
              <SecretsChoice secrets={secrets} value={handling} onChange={setHandling} />
            )}
            {hasClients && <ClientChoice value={client} onChange={setClient} />}
            <ExportedText
              kind={to}
              name={name}
              exported={exported}
              isExact={handling === 'keep' || secrets.length === 0}
            />
          </div>
        </Tabs>
      </div>
    </LargeDialog>
  );
}
