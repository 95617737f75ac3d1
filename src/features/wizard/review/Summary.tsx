import { memo, useDeferredValue, useMemo, type ReactNode } from 'react';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { isJsonList, isJsonObject, type Json } from '#src/json/value.ts';
import { deploymentGroup } from '#src/domain/deployment/fields/deployment.fields.ts';
import { affinityGroup } from '#src/domain/deployment/fields/affinity.fields.ts';
import { useDocument, useEditor } from '#src/ui/editing/editor.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { containerOf, type StepId } from '../steps.ts';
import { containersOf, type ContainerEntry } from '../view.ts';
import { ContainerCard } from './ContainerCard.tsx';
import { FactList, FactRow } from './FactList.tsx';
import {
  factsAt,
  factsOf,
  memberFacts,
  unknownFacts,
  type Fact,
  type FactContext,
} from './model/facts.ts';
import { tagColumns } from './model/row-cells.ts';
import { RowTable } from './RowTable.tsx';
import { ReviewCard } from './ReviewCard.tsx';
import styles from './review.module.css';
import { ReviewContext, useReview, type Review } from './review-context.ts';
import { ValueFormatter } from './model/format-value.ts';
import { TargetReview } from './TargetReview.tsx';
import { useIncrementalRender } from './use-incremental-render.ts';
import { useStepCounts } from './use-step-counts.ts';

/** A large document has thousands of values. Rendering a few cards at a time keeps the page responsive. */
const CARDS_PER_STEP = 2;
/** Number of cards that are not containers. */
const OTHER_CARDS = 4;

/** The whole request in words: one card per step and per container. */
export function Summary({ goTo }: { goTo: (path: Path) => void }) {
  const { root } = useEditor();
  const t = useWords();
  const translate = useTranslate();
  const document = useDeferredValue(useDocument((whole) => whole));
  const facts = useMemo<FactContext>(
    () => ({ root, document, translate }),
    [root, document, translate],
  );
  const formatter = useMemo(
    () =>
      new ValueFormatter(translate, {
        yes: t('review.yes'),
        no: t('review.no'),
        byDefault: t('review.byDefault'),
        none: t('review.none'),
        notFilled: t('review.notFilled'),
        emptyText: t('field.emptyText'),
      }),
    [translate, t],
  );
  const review = useMemo<Review>(() => ({ facts, formatter, goTo }), [facts, formatter, goTo]);
  return (
    <ReviewContext value={review}>
      <Cards document={document} />
    </ReviewContext>
  );
}

function Cards({ document }: { document: Json }) {
  const containers = useMemo(() => containersOf(document), [document]);
  const namesakes = useMemo(() => repeatedNames(containers), [containers]);
  const rendered = useIncrementalRender(containers.length + OTHER_CARDS, CARDS_PER_STEP);
  const cards = [
    <BasicsCard key="basics" />,
    <TargetReview key="target" document={document} />,
    ...containers.map((entry) => (
      <ContainerCard
        key={entry.id}
        entry={entry}
        isNamesake={namesakes.has(entry.name)}
        value={getIn(document, entry.path)!}
      />
    )),
    <SchedulingCard key="scheduling" />,
    <OtherCard key="other" />,
  ];
  return <div className={styles.cards}>{cards.slice(0, rendered)}</div>;
}

function repeatedNames(containers: readonly ContainerEntry[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { name } of containers) (seen.has(name) ? repeated : seen).add(name);
  return repeated;
}

const BasicsCard = memo(function BasicsCard() {
  const { facts } = useReview();
  const tags = getIn(facts.document, ['tags']);
  const label = facts.translate(deploymentGroup.fields.tags.label);
  return (
    <StepCard
      step="basics"
      facts={memberFacts(facts, [], ['name', 'description', 'source'])}
      start={['name']}
    >
      {tags !== undefined && (
        <FactRow label={label}>
          <RowTable label={label} path={['tags']} value={tags} columns={tagColumns} />
        </FactRow>
      )}
    </StepCard>
  );
});

const template = ['deployment', 'template'];
const configs = [...template, 'configs'];

const SchedulingCard = memo(function SchedulingCard() {
  const { facts } = useReview();
  const rows = [
    ...(isJsonObject(getIn(facts.document, configs))
      ? factsAt(facts, configs)
      : memberFacts(facts, template, ['configs'])),
    ...affinityFacts(facts),
    ...factsOf(facts, ['deployment'], ['annotations']),
  ];
  return (
    <StepCard
      step="scheduling"
      facts={withoutUnknown(rows)}
      start={[...configs, 'restart_policy']}
    />
  );
});

/** Rows of both page lists are called “Affinity rule”, so the name of the list is added in front. */
function affinityFacts(facts: FactContext): readonly Fact[] {
  return factsOf(facts, template, ['affinity']).map((fact) => {
    const key = String(fact.path[3]);
    if (key !== 'node_affinity' && key !== 'pod_affinity') return fact;
    const { label } = affinityGroup.fields[key];
    return {
      ...fact,
      label: `${facts.translate(label)} › ${fact.label.split(' › ').slice(1).join(' › ')}`,
    };
  });
}

/** Unknown keys have their own card. */
function withoutUnknown(facts: readonly Fact[]): readonly Fact[] {
  return facts.filter((fact) => fact.spec !== undefined);
}

/** Unknown keys outside containers, and values of a type that the API does not accept. */
const OtherCard = memo(function OtherCard() {
  const { facts, goTo } = useReview();
  const t = useWords();
  const { document } = facts;
  const invalid = [
    ...memberFacts(facts, [], ['deployment']).filter(({ value }) => !isJsonObject(value)),
    ...memberFacts(facts, ['deployment'], ['template']).filter(({ value }) => !isJsonObject(value)),
    ...memberFacts(facts, template, ['containers', 'init_containers']).filter(
      ({ value }) => !isJsonList(value),
    ),
    ...unknownFacts(facts, [], (path) => containerOf(path) !== undefined),
  ];
  const whole: Fact = { path: [], label: t('problems.document'), value: document, spec: undefined };
  const shown = isJsonObject(document) ? invalid : [whole];
  if (shown.length === 0) return null;
  const title = t('review.unknown');
  return (
    <ReviewCard
      title={title}
      editLabel={t('review.editStep', { step: title })}
      onEdit={() => goTo(shown[0]!.path)}
    >
      <FactList facts={shown} />
    </ReviewCard>
  );
});

interface StepCardProps {
  step: StepId;
  facts: readonly Fact[];
  /** Path of the first field of the step. */
  start: Path;
  /** More facts, shown after the others. */
  children?: ReactNode;
}

function StepCard({ step, facts, start, children }: StepCardProps) {
  const t = useWords();
  const counts = useStepCounts(step);
  const { goTo } = useReview();
  const title = t(`step.${step}.title`);
  return (
    <ReviewCard
      title={title}
      counts={counts}
      editLabel={t('review.editStep', { step: title })}
      onEdit={() => goTo(start)}
    >
      {facts.length === 0 && !children ? (
        <p className={styles.quiet}>{t('review.nothing')}</p>
      ) : (
        <FactList facts={facts}>{children}</FactList>
      )}
    </ReviewCard>
  );
}
