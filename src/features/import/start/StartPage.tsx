import Button from '@mui/material/Button';
import { ArrowRight, ClipboardPaste, FilePlus2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { examples, type Example } from './documents.examples.ts';
import { ExamplePicture } from './ExamplePicture.tsx';
import { MockNote } from './MockNote.tsx';
import styles from './start-page.module.css';
import { notations, startWords } from './start-words.ts';

interface StartPageProps {
  onNew: () => void;
  onImport: () => void;
  onExample: (example: Example) => void;
  /** The recent drafts. */
  drafts: ReactNode;
  templates: ReactNode;
}

/** The ways to start: an empty form, an import, an example, a draft. */
export function StartPage({ onNew, onImport, onExample, drafts, templates }: StartPageProps) {
  const translate = useTranslate();
  return (
    <main className={styles.page}>
      <h1 id="step-heading" tabIndex={-1} className={styles.title}>
        {translate(startWords.title)}
      </h1>
      <p className={styles.intro}>{translate(startWords.intro)}</p>
      <div className={styles.begin}>
        <section aria-labelledby="start-new" className={styles.new}>
          <FilePlus2 size={22} aria-hidden className={styles.icon} />
          <h2 id="start-new">{translate(startWords.newTitle)}</h2>
          <p>{translate(startWords.newHelp)}</p>
          <Button
            variant="contained"
            endIcon={<ArrowRight size={16} aria-hidden />}
            onClick={onNew}
            className={styles.newButton}
          >
            {translate(startWords.newButton)}
          </Button>
        </section>
        <section aria-labelledby="start-import" className={styles.import}>
          <div className={styles.importText}>
            <h2 id="start-import">{translate(startWords.importTitle)}</h2>
            <p>{translate(startWords.importHelp)}</p>
            <ul className={styles.chips}>
              {notations.map((notation) => (
                <li key={notation.en}>{translate(notation)}</li>
              ))}
            </ul>
          </div>
          <div className={styles.drop}>
            <ClipboardPaste size={22} aria-hidden />
            <span>{translate(startWords.importDrop)}</span>
            <Button variant="outlined" onClick={onImport}>
              {translate(startWords.importButton)}
            </Button>
          </div>
        </section>
      </div>
      <section aria-labelledby="start-examples">
        <div className={styles.sectionHead}>
          <h2 id="start-examples">{translate(startWords.examplesTitle)}</h2>
          <span>{translate(startWords.examplesHelp)}</span>
        </div>
        <div className={styles.examples}>
          {examples.map((example) => (
            <button
              key={example.id}
              type="button"
              className={styles.example}
              onClick={() => onExample(example)}
            >
              <ExamplePicture id={example.id} />
              <span className={styles.exampleText}>
                <strong>{translate(example.title)}</strong>
                <span>{translate(example.summary)}</span>
                <span className={styles.facts}>
                  {example.facts.map((fact) => (
                    <span key={fact.en}>{translate(fact)}</span>
                  ))}
                </span>
              </span>
            </button>
          ))}
        </div>
      </section>
      <section aria-labelledby="start-drafts">
        <div className={styles.sectionHead}>
          <h2 id="start-drafts">{translate(startWords.draftsTitle)}</h2>
        </div>
        {drafts}
      </section>
      {templates}
      <MockNote />
    </main>
  );
}
