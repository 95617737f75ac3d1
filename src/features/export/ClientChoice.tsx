import { Segments } from '#src/ui/field/Segments.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { exportDialogWords, snippetClients } from './export-words.ts';

export type SnippetClient = keyof typeof snippetClients;

interface ClientChoiceProps {
  value: SnippetClient;
  onChange: (value: SnippetClient) => void;
}

/** Whether a program uses the SDK or needs no package. */
export function ClientChoice({ value, onChange }: ClientChoiceProps) {
  const translate = useTranslate();
  return (
    <Segments
      label={translate(exportDialogWords.client)}
      value={value}
      onChange={onChange}
      segments={(Object.keys(snippetClients) as SnippetClient[]).map((client) => ({
        value: client,
        label: translate(snippetClients[client]),
      }))}
    />
  );
}
