import { useRef } from 'react';
import { getIn } from '#src/json/get-in.ts';
import { isJsonObject } from '#src/json/value.ts';
import { affinityGroup } from '#src/domain/deployment/affinity.fields.ts';
import { GroupIssues } from '#src/ui/controls/GroupIssues.tsx';
import { OfGeneration } from '#src/ui/controls/OfGeneration.tsx';
import { UnknownKeys } from '#src/ui/controls/UnknownKeys.tsx';
import { useDocument, useEditor } from '#src/ui/editing/editor.ts';
import { lazyPart, PartBoundary } from '#src/ui/lazy-part.tsx';
import { PartMissing } from '#src/ui/PartMissing.tsx';
import { useSay } from '#src/ui/say.ts';
import { useWords } from '#src/ui/words.ts';
import { Fields, Section } from '../StepFrame.tsx';
import { PageAffinity } from './PageAffinity.tsx';
import { affinityPath, kubernetesKinds } from './paths.ts';

// Most people never see it.
const KubernetesAffinity = lazyPart(
  async () => (await import('./KubernetesAffinity.tsx')).KubernetesAffinity,
);

/** Which nodes and neighbours the instances look for, in the shape of the generation in force and in any other that is present. */
export function AffinitySection() {
  const t = useWords();
  const say = useSay();
  const isKubernetesShown = useIsKubernetesShown();
  return (
    <Section title={say(affinityGroup.label)} help={t('scheduling.affinityHelp')}>
      <GroupIssues path={affinityPath} />
      <Fields>
        {(['node_affinity', 'pod_affinity'] as const).map((list) => (
          <OfGeneration key={list} path={[...affinityPath, list]}>
            <PageAffinity list={list} />
          </OfGeneration>
        ))}
        {isKubernetesShown && (
          <PartBoundary
            instead={(again, failure) => <PartMissing again={again} failure={failure} />}
          >
            <KubernetesAffinity />
          </PartBoundary>
        )}
        <UnknownKeys path={affinityPath} />
      </Fields>
    </Section>
  );
}

/** Once shown it stays: its parts hide themselves, so that one that was just emptied keeps the focus. */
function useIsKubernetesShown(): boolean {
  const { generation } = useEditor();
  const isPresent = useDocument((document) => {
    const affinity = getIn(document, affinityPath);
    return isJsonObject(affinity) && kubernetesKinds.some((kind) => Object.hasOwn(affinity, kind));
  });
  const isShown = useRef(false);
  isShown.current ||= isPresent || generation === '2025';
  return isShown.current;
}
