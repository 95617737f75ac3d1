import { getIn } from '#src/json/get-in.ts';
import { isWithin, type Path } from '#src/json/path.ts';
import { isJsonObject, type Json, type JsonObject } from '#src/json/value.ts';
import { rememberPerObject } from '#src/domain/core/check/remember.ts';
import type { GroupSpec } from '#src/domain/core/spec/field.ts';
import { specAt } from '#src/domain/core/spec/spec-at.ts';
import { isSameList, useAllIssues, useDocument, useEditor } from '#src/ui/editing/editor.ts';
import { IssueLines } from './IssueLine.tsx';
import styles from './issues.module.css';
import { useWords } from '#src/ui/words/page-words.ts';
import { editPart } from '#src/ui/focus/edit-part.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';

const editKey = { en: 'Edit or remove as JSON', zh: '以 JSON 编辑或删除' };

const none: readonly string[] = Object.freeze([]);

/** Lists the keys of an object that the form does not know. The document keeps them unchanged. */
export function UnknownKeys({ path }: { path: Path }) {
  const { root } = useEditor();
  const spec = specAt(root, path);
  const unknown = useDocument(
    (document) => (spec?.kind === 'group' ? unknownIn(getIn(document, path), spec) : none),
    isSameList,
  );
  if (unknown.length === 0) return null;
  return <Keys path={path} unknown={unknown} />;
}

/** The keys, followed by warnings such as a likely typo. */
function Keys({ path, unknown }: { path: Path; unknown: readonly string[] }) {
  const t = useWords();
  const translate = useTranslate();
  const { readOnly } = useEditor();
  const warnings = useAllIssues().filter(
    ({ severity, path: issuePath }) =>
      severity === 'warning' &&
      issuePath.length === path.length + 1 &&
      isWithin(issuePath, path) &&
      unknown.includes(String(issuePath.at(-1))),
  );
  return (
    <div className={styles.unknown}>
      <div className={styles.keys}>
        <span>{t('field.keptAsIs')}</span>
        {unknown.map((key) =>
          readOnly ? (
            <code key={key}>{key}</code>
          ) : (
            <button
              key={key}
              type="button"
              className={styles.key}
              title={translate(editKey)}
              onClick={() => editPart([...path, key])}
            >
              <code>{key}</code>
            </button>
          ),
        )}
      </div>
      <IssueLines issues={warnings} />
    </div>
  );
}

/** An edit leaves most objects as they are: their keys are remembered, because each one is asked for on each key press. */
const unknownOf = rememberPerObject((spec: GroupSpec) =>
  rememberPerObject((value: JsonObject) =>
    Object.keys(value).filter((key) => !Object.hasOwn(spec.fields, key)),
  ),
);

function unknownIn(value: Json | undefined, spec: GroupSpec): readonly string[] {
  return isJsonObject(value) ? unknownOf(spec)(value) : none;
}
