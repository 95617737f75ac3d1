import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { ruleHelpOf } from '#src/domain/deployment/rules/examples/rule-help.ts';
import { rules } from '#src/domain/deployment/rules/rule-list.ts';
import type { RuleHelp } from '#src/domain/core/rule.ts';
import { requestEntries, type FieldEntry } from '#src/reference/field-entries.ts';
import { PageHeading } from '#src/ui/blocks/PageHeading.tsx';
import { TextInput } from '#src/ui/field/TextInput.tsx';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTabTitle } from '#src/ui/words/use-tab-title.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { RuleCard } from './RuleCard.tsx';
import { TypeCard } from './TypeCard.tsx';
import { referenceWords as words } from './reference-words.ts';
import styles from './reference.module.css';

/** Every field and rule of the request. The fragment of the address names a field or a rule. */
export function ReferencePage() {
  const language = useLanguage();
  const translate = useTranslate();
  const [search, setSearch] = useState('');
  const types = useMemo(() => requestEntries(), []);
  const help = useMemo(() => rules.flatMap(({ id }) => ruleHelpOf(id) ?? []), []);
  useFragment(() => setSearch(''));
  useTabTitle(words.title[language]);

  const parts = search.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (text: string) => parts.every((part) => text.toLowerCase().includes(part));
  const shownTypes = types
    .map((type) => ({ ...type, fields: type.fields.filter((field) => matches(fieldText(field))) }))
    .filter(({ fields }) => fields.length > 0);
  const shownRules = help.filter((rule) => matches(ruleText(rule)));
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <PageHeading>{translate(words.title)}</PageHeading>
        <p>{translate(words.intro)}</p>
      </header>
      <TextInput
        type="search"
        value={search}
        aria-label={translate(words.search)}
        placeholder={translate(words.search)}
        onChange={(event) => setSearch(event.target.value)}
      />
      {parts.length === 0 && (
        <nav aria-label={translate(words.contents)} className={styles.contents}>
          {types.map(({ anchor, label }) => (
            <a key={anchor} href={`#${anchor}`}>
              {translate(label)}
            </a>
          ))}
          <a href="#rules">{translate(words.rules)}</a>
        </nav>
      )}
      {shownTypes.length === 0 && shownRules.length === 0 && <p>{translate(words.noMatch)}</p>}
      {shownTypes.map((type) => (
        <TypeCard key={type.anchor} type={type} />
      ))}
      {shownRules.length > 0 && (
        <section aria-labelledby="rules" className={styles.rules}>
          <h2 id="rules">{translate(words.rules)}</h2>
          <p>{translate(words.rulesIntro)}</p>
          {shownRules.map((rule) => (
            <RuleCard key={rule.id} rule={rule} />
          ))}
        </section>
      )}
    </div>
  );
}

function fieldText({ paths, label, help, limits, rules: own }: FieldEntry): string {
  return [
    ...paths,
    label.en,
    label.zh,
    help?.en,
    help?.zh,
    limits?.en,
    limits?.zh,
    ...own.map(({ id }) => id),
  ].join(' ');
}

function ruleText({ id, title, source }: RuleHelp): string {
  return [id, title.en, title.zh, source.en, source.zh].join(' ');
}

/**
 * Scrolls to the part that the fragment names and marks it, also after the page is rendered later than it is opened.
 * `showAll` ends a search, which may hide the part.
 */
function useFragment(showAll: () => void): void {
  const findPart = useEffectEvent((): Element | null => {
    const id = idOfFragment();
    if (id === '') return null;
    const part = document.getElementById(id);
    if (part) return part;
    flushSync(showAll);
    return document.getElementById(id);
  });
  useEffect(() => {
    let marked: Element | null = document.getElementById(idOfFragment());
    const show = () => {
      marked?.setAttribute('data-target', '');
      marked?.scrollIntoView({ block: 'start' });
    };
    const follow = () => {
      marked?.removeAttribute('data-target');
      marked = findPart();
      show();
    };
    show();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
}

/** Empty for a fragment that is no text, such as `#100%`. */
function idOfFragment(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}
