import type { Path } from '#src/json/path.ts';
import { nodeAffinityGroup } from '#src/domain/deployment/fields/kubernetes-affinity.fields.ts';
import { RowList } from '#src/ui/lists/RowList.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { MatchFields } from './MatchFields.tsx';
import { useMatchColumns } from './use-match-columns.ts';
import { requiredKey } from './paths.ts';
import { schedulingWords } from './scheduling-words.ts';

// The spec is the same wherever the list occurs.
const { matchExpressions } =
  nodeAffinityGroup.fields[requiredKey].fields.nodeSelectorTerms.row.fields;

/** The match expressions of a term or of a label selector. */
export function ExpressionList({ path }: { path: Path }) {
  const translate = useTranslate();
  const columns = useMatchColumns(path);
  return (
    <RowList
      path={path}
      label={matchExpressions.label}
      help={translate(matchExpressions.help)}
      item={matchExpressions.item}
      createRow={() => ({ operator: 'In' })}
      layout="table"
      isBoxed
      columns={columns}
      rowHeight={77}
      empty={translate(schedulingWords.noExpressions)}
      compactWhenEmpty
      headingLevel="h4"
    >
      {(row) => <MatchFields path={row} />}
    </RowList>
  );
}
