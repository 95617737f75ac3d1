import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import { useQuery } from '@tanstack/react-query';
import { List } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { deploymentNamesQuery } from '#src/client/queries/deployments.ts';
import { useMissingForLists } from '#src/client/queries/missing-for-lists.ts';
import { useSession } from '#src/client/session/session.ts';
import type { DeploymentUse } from '#src/domain/preflight/deployment-use.ts';
import type { Path } from '#src/json/path.ts';
import { useEdit, useEditor } from '#src/ui/editing/editor.ts';
import { writeAt } from '#src/ui/editing/edits/spec-edits.ts';
import { isPlainEnter } from '#src/ui/editing/inputs/plain-enter.ts';
import { TextInput } from '#src/ui/field/TextInput.tsx';
import { focusPath } from '#src/ui/focus/focus-path.ts';
import { ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useView, type EarlierImage } from '../view.ts';
import { knownImages, type KnownImage } from './known-images.ts';
import { pickerWords as words } from './picker-words.ts';
import styles from './image-picker.module.css';

/** The most options that are shown at once; the search finds the others. */
const MAX_SHOWN = 50;

/** Offers the images of earlier drafts and of the deployments of the target. The field itself accepts any text. */
export function ImagePicker({ path }: { path: Path }) {
  const editor = useEditor();
  const edit = useEdit();
  const translate = useTranslate();
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  if (editor.readOnly) return null;
  const pick = (image: string) => {
    setAnchor(null);
    edit((document) => writeAt(editor.root, document, path, image), path);
    focusPath(editor, path);
  };
  return (
    <>
      <Button
        size="small"
        variant="text"
        startIcon={<List size={16} aria-hidden />}
        aria-haspopup="dialog"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {translate(words.chooseImage)}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: { role: 'dialog', 'aria-labelledby': id, className: styles.paper },
        }}
      >
        <h2 id={id} className={styles.title}>
          {translate(words.images)}
        </h2>
        <ImageList onPick={pick} />
      </Popover>
    </>
  );
}

function ImageList({ onPick }: { onPick: (image: string) => void }) {
  const translate = useTranslate();
  const [search, setSearch] = useState('');
  const all = useKnownImages();
  const parts = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = all.filter(({ image, drafts, deployments }) => {
    const text = [image, ...drafts, ...deployments].join(' ').toLowerCase();
    return parts.every((part) => text.includes(part));
  });
  return (
    <>
      <TextInput
        type="search"
        value={search}
        aria-label={translate(words.search)}
        placeholder={translate(words.imageSearch)}
        onChange={(event) => setSearch(event.target.value)}
        onKeyDown={(event) => {
          const [only, ...others] = found;
          if (!isPlainEnter(event)) return;
          event.preventDefault();
          if (only && others.length === 0) onPick(only.image);
        }}
      />
      {found.length === 0 && (
        <p role="status" className={styles.none}>
          {translate(all.length === 0 ? words.noImages : words.noMatch)}
        </p>
      )}
      <ul className={styles.list}>
        {found.slice(0, MAX_SHOWN).map((one) => (
          <li key={one.image}>
            <button type="button" className={styles.option} onClick={() => onPick(one.image)}>
              <span translate="no" className={styles.image}>
                <ForeignName text={one.image} />
              </span>
              <span className={styles.origin}>
                {one.deployments[0] !== undefined && (
                  <span>
                    {translate(words.deployment)} <ForeignName text={one.deployments[0]} />
                  </span>
                )}
                {one.drafts[0] !== undefined && (
                  <span>
                    {translate(words.draft)} <ForeignName text={one.drafts[0]} />
                  </span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

const noDeployments: readonly DeploymentUse[] = [];

/** The images of the drafts in this browser, and those of the target if it can be read. */
function useKnownImages(): readonly KnownImage[] {
  const { loadEarlierImages } = useView();
  const session = useSession();
  const enabled = useMissingForLists() === undefined;
  const deployments = useQuery({ ...deploymentNamesQuery(session), enabled }).data;
  const [earlier, setEarlier] = useState<readonly EarlierImage[]>([]);
  useEffect(() => {
    let isCurrent = true;
    loadEarlierImages?.().then(
      (images) => isCurrent && setEarlier(images),
      // Without storage there are no earlier documents.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [loadEarlierImages]);
  return knownImages(earlier, deployments ?? noDeployments);
}
