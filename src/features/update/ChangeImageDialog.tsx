import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import type { Where } from '#src/client/session/saved-place.ts';
import { setIn } from '#src/document/edits.ts';
import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { asList, asObject, type Json, type JsonObject } from '#src/json/value.ts';
import { FormDialog } from '#src/ui/forms/FormDialog.tsx';
import { FormInput } from '#src/ui/forms/FormInput.tsx';
import { formResolver } from '#src/ui/forms/form-resolver.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { addToEdit } from './open-update.ts';
import { updateWords as words } from './update-words.ts';

interface ChangeImageDialogProps {
  place: Where;
  deploymentId: string;
  /** The live object. */
  document: JsonObject;
  /** The edit is stored: the update can begin. */
  onReady: () => void;
  onClose: () => void;
}

const schema = z.object({ images: z.array(z.string().check(z.minLength(1))) });

/** Changes the images of one or several containers, as an update that starts at Review, beside its other unsent edits. */
export function ChangeImageDialog(props: ChangeImageDialogProps) {
  const { place, deploymentId, document, onReady, onClose } = props;
  const translate = useTranslate();
  const containers = useMemo(() => imagesIn(document), [document]);
  const form = useForm({
    resolver: formResolver(schema),
    defaultValues: { images: containers.map(({ image }) => image) },
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit(async ({ images }) => {
    const next = containers.reduce<Json>(
      (body, { path, image }, index) =>
        images[index] === image ? body : setIn(body, path, images[index]!),
      document,
    );
    try {
      await addToEdit(place, deploymentId, document, asObject(next));
      onReady();
    } catch {
      form.setError('root', { message: 'refused' });
    }
  });
  return (
    <FormDialog
      title={translate(words.changeImage)}
      submit={translate(words.review)}
      onSubmit={(event) => void submit(event)}
      onCancel={onClose}
    >
      {containers.map(({ name, path }, index) => (
        <FormInput
          key={path.join(' ')}
          label={translate(words.imageOf(foreignShort(name)))}
          help={index === 0 ? translate(words.changeImageHelp) : ''}
          error={errors.images?.[index] && translate(words.imageNeeded)}
          registration={form.register(`images.${index}`)}
          wire
          takesFocus={index === 0}
        />
      ))}
      {errors.root && <div role="alert">{translate(words.editRefused)}</div>}
    </FormDialog>
  );
}

interface ContainerImage {
  readonly name: string;
  readonly image: string;
  readonly path: Path;
}

function imagesIn(document: JsonObject): readonly ContainerImage[] {
  return ['containers', 'init_containers'].flatMap((list) => {
    const path = ['deployment', 'template', list];
    return asList(getIn(document, path)).map((row, index) => {
      const { name, image_url: image } = asObject(row);
      return {
        name: typeof name === 'string' ? name : String(index + 1),
        image: typeof image === 'string' ? image : '',
        path: [...path, index, 'image_url'],
      };
    });
  });
}
