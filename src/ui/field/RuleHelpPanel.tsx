import { useEffect, useState } from 'react';
import type { RuleId } from '#src/domain/core/issue.ts';
import type { RuleHelp } from '#src/domain/core/rule.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import styles from './rule-help.module.css';

const words = {
  source: { en: 'Source: ', zh: '来源：' },
  inferred: { en: 'inferred, not stated there', zh: '推断得出，未明文规定' },
  invalid: { en: 'Invalid', zh: '错误示例' },
  valid: { en: 'Corrected', zh: '正确示例' },
  at: { en: 'in', zh: '位于' },
  platinum: { en: 'platinum edition', zh: '铂金版' },
  target: {
    en: 'Invalid only for certain nodes or names of the target.',
    zh: '仅在目标服务的节点或名称满足特定条件时有误。',
  },
  more: { en: 'Field reference', zh: '字段参考' },
};

/** The source of a rule and its two examples. */
export function RuleHelpPanel({ id }: { id: RuleId }) {
  const { loadRuleHelp, referenceHref } = useEditor();
  const translate = useTranslate();
  const [help, setHelp] = useState<RuleHelp>();
  useEffect(() => {
    let isCurrent = true;
    loadRuleHelp(id).then(
      (loaded) => isCurrent && setHelp(loaded),
      // Offline: the requirement is shown without examples.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [id, loadRuleHelp]);
  if (help === undefined) return null;
  return (
    <span className={styles.help}>
      <span className={styles.facts}>
        {translate(words.source)}
        {help.sourceHref ? (
          <a href={translate(help.sourceHref)} target="_blank" rel="noreferrer">
            {translate(help.source)}
          </a>
        ) : (
          translate(help.source)
        )}
        {help.basis === 'inferred' && ` (${translate(words.inferred)})`}
        {help.edition && ` · ${translate(words.platinum)}`}
        {help.generation && ` · API ${help.generation}`}
        <a href={referenceHref(id)} target="_blank" rel="noreferrer" className={styles.more}>
          {translate(words.more)}
        </a>
      </span>
      {help.dependsOnTarget && <span>{translate(words.target)}</span>}
      <span className={styles.examples}>
        <Example label={translate(words.invalid)} text={help.broken} isInvalid />
        <Example label={translate(words.valid)} text={help.corrected} />
      </span>
      {help.path !== '$' && (
        <span>
          {translate(words.at)} <code translate="no">{help.path}</code>
        </span>
      )}
    </span>
  );
}

function Example(props: { label: string; text: string; isInvalid?: boolean }) {
  const { label, text, isInvalid } = props;
  return (
    <span className={isInvalid ? styles.invalid : styles.valid}>
      <span className={styles.label}>{label}</span>
      <code translate="no" className={styles.code}>
        {text}
      </code>
    </span>
  );
}
