import { useId, type ReactNode } from 'react';
import type { Path } from '#src/json/path.ts';
import { affinityGroup } from '#src/domain/deployment/fields/affinity.fields.ts';
import { Field } from '#src/ui/controls/Field.tsx';
import { GroupIssues } from '#src/ui/field/GroupIssues.tsx';
import { GenerationGate } from '#src/ui/field/GenerationGate.tsx';
import { UnknownKeys } from '#src/ui/field/UnknownKeys.tsx';
import { useLabelNote } from '#src/ui/field/use-label-note.ts';
import { RowList } from '#src/ui/lists/RowList.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { FieldGrid, Mark } from '../layout/FieldGrid.tsx';
import styles from './affinity.module.css';
import { ExpressionList } from './ExpressionList.tsx';
import { affinityPath, kubernetesKinds, requiredKey, preferredKey } from './paths.ts';
import { PodTermFields } from './PodTermFields.tsx';
import { schedulingWords } from './scheduling-words.ts';

type Kind = (typeof kubernetesKinds)[number];

/** Affinity in Kubernetes format: node, application and anti-affinity terms. */
export function KubernetesAffinity() {
  return kubernetesKinds.map((kind) => (
    <GenerationGate key={kind} path={[...affinityPath, kind]}>
      <Part kind={kind} />
    </GenerationGate>
  ));
}

function Part({ kind }: { kind: Kind }) {
  const translate = useTranslate();
  const id = useId();
  const path = [...affinityPath, kind];
  const spec = affinityGroup.fields[kind];
  const mark = useLabelNote(spec);
  return (
    <div role="group" aria-labelledby={id} className={styles.part}>
      <div>
        <div className={styles.head}>
          <h3 id={id} className={styles.name}>
            {translate(spec.label)}
          </h3>
          {mark && <Mark>{mark}</Mark>}
        </div>
        <div className={styles.help}>{translate(spec.help)}</div>
      </div>
      <GroupIssues path={path} />
      {kind === 'nodeAffinity' ? <NodeLists path={path} /> : <PodLists path={path} kind={kind} />}
      <UnknownKeys path={path} />
    </div>
  );
}

function NodeLists({ path }: { path: Path }) {
  const translate = useTranslate();
  const { [requiredKey]: required, [preferredKey]: preferred } =
    affinityGroup.fields.nodeAffinity.fields;
  const terms = required.fields.nodeSelectorTerms;
  return (
    <>
      <div>
        <GroupIssues path={[...path, requiredKey]} />
        <Terms
          path={[...path, requiredKey, 'nodeSelectorTerms']}
          spec={{ ...terms, label: required.label }}
          help={translate(terms.help)}
          createRow={() => ({ matchExpressions: [{ operator: 'In' }] })}
          empty={translate(schedulingWords.noTerms)}
        >
          {(term) => <ExpressionList path={[...term, 'matchExpressions']} />}
        </Terms>
        <UnknownKeys path={[...path, requiredKey]} />
      </div>
      <Terms
        path={[...path, preferredKey]}
        spec={preferred}
        createRow={() => ({ preference: { matchExpressions: [{ operator: 'In' }] } })}
        empty={translate(schedulingWords.noPreferences)}
      >
        {(row) => (
          <>
            <FieldGrid columns={2}>
              <Field path={[...row, 'weight']} />
            </FieldGrid>
            <GroupIssues path={[...row, 'preference']} />
            <ExpressionList path={[...row, 'preference', 'matchExpressions']} />
            <UnknownKeys path={[...row, 'preference']} />
          </>
        )}
      </Terms>
    </>
  );
}

function PodLists({ path, kind }: { path: Path; kind: 'podAffinity' | 'podAntiAffinity' }) {
  const translate = useTranslate();
  const { [requiredKey]: required, [preferredKey]: preferred } = affinityGroup.fields[kind].fields;
  return (
    <>
      <Terms
        path={[...path, requiredKey]}
        spec={required}
        createRow={() => ({})}
        empty={translate(schedulingWords.noTerms)}
      >
        {(term) => <PodTermFields path={term} />}
      </Terms>
      <Terms
        path={[...path, preferredKey]}
        spec={preferred}
        createRow={() => ({})}
        empty={translate(schedulingWords.noPreferences)}
      >
        {(row) => (
          <>
            <GroupIssues path={[...row, 'podAffinityTerm']} />
            <PodTermFields path={[...row, 'podAffinityTerm']} weight={[...row, 'weight']} />
            <UnknownKeys path={[...row, 'podAffinityTerm']} />
          </>
        )}
      </Terms>
    </>
  );
}

interface TermsProps {
  path: Path;
  spec: Pick<Parameters<typeof RowList>[0], 'label' | 'item'>;
  help?: string;
  createRow: Parameters<typeof RowList>[0]['createRow'];
  empty: string;
  children: (path: Path) => ReactNode;
}

function Terms({ path, spec, help, createRow, empty, children }: TermsProps) {
  return (
    <RowList
      path={path}
      label={spec.label}
      help={help}
      item={spec.item}
      createRow={createRow}
      layout="card"
      rowHeight={320}
      empty={empty}
      compactWhenEmpty
      headingLevel="h4"
    >
      {(row) => <div className={styles.term}>{children(row)}</div>}
    </RowList>
  );
}
