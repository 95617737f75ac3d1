import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { StrictMode, useState, type ReactNode } from 'react';
import { render } from 'vitest-browser-react';
import { Notices } from '#src/app/page/notices/Notices.tsx';
import { PageWords } from '#src/app/words/PageWords.tsx';
import { useHistoryKeys } from '#src/app/page/editor/use-history-keys.ts';
import { useNewEditor } from '#src/app/page/editor/use-new-editor.ts';
import { addConnectionWords, addSubmitWords, startI18n } from '#src/app/words/i18n.ts';
import { en } from '#src/app/words/en.ts';
import { createDocumentStore, type DocumentStore } from '#src/document/store.ts';
import type { Context, Edition, Generation } from '#src/domain/core/context.ts';
import type { Json } from '#src/json/value.ts';
import { EditorContext } from '#src/ui/editing/editor.ts';
import { createPageTheme } from '#src/ui/theme/theme.ts';

interface EditorOptions {
  readonly generation?: Generation;
  readonly readOnly?: boolean;
  readonly edition?: Edition;
  readonly facts?: NonNullable<Context['facts']>;
}

const theme = createPageTheme();

const started = startI18n('en', en).then(() =>
  Promise.all([addConnectionWords(), addSubmitWords()]),
);

/** Renders part of the form in a real editor of `document`. Returns the store and the rendered view. */
export async function renderEditor(
  document: Json,
  children: ReactNode,
  options: EditorOptions = {},
) {
  await started;
  const store = createDocumentStore(document);
  const wrap = (content: ReactNode) => (
    <StrictMode>
      <Page store={store} options={options}>
        {content}
      </Page>
    </StrictMode>
  );
  const view = await render(wrap(children));
  return {
    ...view,
    store,
    rerender: (content: ReactNode) => view.rerender(wrap(content)),
  };
}

/** The providers of the page, without its layout, routes and drafts. */
function Page(props: { store: DocumentStore; options: EditorOptions; children: ReactNode }) {
  const { store, options, children } = props;
  return (
    <ThemeProvider theme={theme} noSsr>
      <CssBaseline />
      <PageWords>
        <Notices>
          <Editing store={store} options={options}>
            {children}
          </Editing>
        </Notices>
      </PageWords>
    </ThemeProvider>
  );
}

const noFacts = {};

function Editing(props: { store: DocumentStore; options: EditorOptions; children: ReactNode }) {
  const { store, options, children } = props;
  const { generation = '2024-04', readOnly = false } = options;
  const { edition = 'professional', facts = noFacts } = options;
  const context = { edition, generation, facts } as const;
  // One of its own: which problems were seen is stored for the tab, and other tests run in the same one.
  const [draft] = useState(() => ({ id: crypto.randomUUID(), openCount: 0 }));
  const editor = useNewEditor(store, context, readOnly, draft);
  useHistoryKeys(editor);
  return <EditorContext value={editor}>{children}</EditorContext>;
}
