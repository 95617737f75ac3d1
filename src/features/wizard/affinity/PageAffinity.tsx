import { affinityGroup } from '#src/domain/deployment/fields/affinity.fields.ts';
import { useLabelNote } from '#src/ui/field/use-label-note.ts';
import { RowList } from '#src/ui/lists/RowList.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { MatchFields } from './MatchFields.tsx';
import { affinityPath } from './paths.ts';
import { useMatchColumns } from './use-match-columns.ts';
import { schedulingWords } from './scheduling-words.ts';

/** One of the two rule lists of the API page (tables 33 and 34). */
export function PageAffinity({ list }: { list: 'node_affinity' | 'pod_affinity' }) {
  const translate = useTranslate();
  const spec = affinityGroup.fields[list];
  const columns = useMatchColumns([...affinityPath, list]);
  const mark = useLabelNote(spec);
  return (
    <RowList
      path={[...affinityPath, list]}
      label={spec.label}
      mark={mark}
      help={translate(spec.help)}
      item={spec.item}
      createRow={() => ({ operator: 'In' })}
      layout="table"
      isBoxed
      columns={columns}
      rowHeight={77}
      empty={translate(schedulingWords.noRules)}
    >
      {(path) => <MatchFields path={path} />}
    </RowList>
  );
}
