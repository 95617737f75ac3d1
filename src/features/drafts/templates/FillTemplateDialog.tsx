import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { namePath, ofOwner } from '#src/convert/diff/path-names.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { Json } from '#src/json/value.ts';
import { FormDialog } from '#src/ui/forms/FormDialog.tsx';
import { FormInput } from '#src/ui/forms/FormInput.tsx';
import { formResolver } from '#src/ui/forms/form-resolver.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import type { Template } from './template-database.ts';
import {
  fillVariables,
  findVariables,
  isOfKind,
  type FilledTemplate,
  type TemplateVariable,
} from './template-variables.ts';
import { templateWords } from './template-words.ts';

interface FillTemplateDialogProps {
  template: Template;
  onFilled: (filled: FilledTemplate) => void;
  onClose: () => void;
}

/** Asks for the values of the variables of a template. A variable may stay empty. */
export function FillTemplateDialog({ template, onFilled, onClose }: FillTemplateDialogProps) {
  const translate = useTranslate();
  const { name, document } = template;
  const variables = useMemo(() => findVariables(document), [document]);
  const resolver = useMemo(() => formResolver(schemaOf(variables)), [variables]);
  const form = useForm({ resolver, defaultValues: { values: variables.map(() => '') } });
  const submit = form.handleSubmit(({ values }) => {
    const given = variables.map((variable, at) => [variable.name, values[at] ?? ''] as const);
    onFilled(fillVariables(document, new Map(given)));
  });
  const { errors } = form.formState;
  return (
    <FormDialog
      title={translate(templateWords.fillTitle(name))}
      submit={translate(templateWords.open)}
      onSubmit={(event) => void submit(event)}
      onCancel={onClose}
    >
      {variables.map((variable, at) => (
        <FormInput
          key={variable.name}
          label={variable.name}
          help={translate(placesOf(document, variable))}
          error={errors.values?.[at] && translate(templateWords.wrong[variable.kind])}
          registration={form.register(`values.${at}`)}
          wire
          takesFocus={at === 0}
        />
      ))}
    </FormDialog>
  );
}

/** An empty value is allowed; any other must fit the place of its variable. */
function schemaOf(variables: readonly TemplateVariable[]) {
  const values = z.array(z.string()).check(({ value, issues }) => {
    for (const [at, { kind }] of variables.entries()) {
      const text = value[at] ?? '';
      if (text !== '' && !isOfKind(text, kind))
        issues.push({ code: 'custom', input: text, path: [at], message: kind });
    }
  });
  return z.object({ values });
}

/** `Image of “web” and 2 more`. */
function placesOf(document: Json, { paths }: TemplateVariable): Text {
  const { field, owner } = namePath(document, paths[0] ?? []);
  return templateWords.usedIn(ofOwner(field, owner), paths.length);
}
