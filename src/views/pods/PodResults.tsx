import type { PodResult } from '#src/domain/health/pod-result.ts';
import type { Text } from '#src/domain/core/text.ts';
import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import { DefinitionList } from '#src/ui/blocks/DefinitionList.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';

const words = {
  done: { en: 'Accepted', zh: '已接受' },
  gone: { en: 'No longer existed', zh: '已不存在' },
  notDone: { en: 'Refused', zh: '被拒绝' },
  unknown: { en: 'Outcome unknown', zh: '结果未知' },
  notSent: { en: 'Not sent', zh: '未发送' },
} satisfies Record<PodResult['outcome'], Text>;

const outcomes = Object.keys(words) as PodResult['outcome'][];

/** The instances that a request concerns, by what became of it. */
export function PodResults({ pods }: { pods: readonly PodResult[] }) {
  const translate = useTranslate();
  const namesOf = (wanted: PodResult['outcome']) =>
    pods
      .filter(({ outcome }) => outcome === wanted)
      .map(({ name }) => foreignShort(name))
      .join(', ');
  return (
    <DefinitionList
      isSmall
      items={outcomes.map((outcome) => [translate(words[outcome]), namesOf(outcome)] as const)}
    />
  );
}
