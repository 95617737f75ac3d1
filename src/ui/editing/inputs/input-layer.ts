import { createFormControl } from 'react-hook-form';

/**
 * react-hook-form as the input layer of the document: it registers and focuses the controls on the page, and knows which
 * were touched and whether the form was submitted. It gets the name and a focus function of a control, never its
 * element, so it cannot read or write values: those are only in the document (docs/decisions/0032).
 */
export interface InputLayer {
  register(name: string, control: HTMLElement): void;
  unregister(name: string): void;
  /** The names of all registered controls, in order of registration. */
  names(): readonly string[];
  /** Scrolls to a registered control and focuses it, in a later task. */
  focus(name: string): void;
  /** Marks a control as touched, registered or not. It stays touched after it unmounts. */
  touch(name: string): void;
  /** The names of all touched controls. */
  touched(): ReadonlySet<string>;
  /** Marks the form as submitted. */
  submit(): Promise<void>;
  isSubmitted(): boolean;
}

/** Calls `onChange` whenever a control becomes touched or the form is submitted. */
export function createInputLayer(onChange: (change: 'touched' | 'submitted') => void): InputLayer {
  const form = createFormControl();
  let touched: ReadonlySet<string> = new Set();
  let submitCount = 0;
  form.subscribe({
    // `errors` reports every submit, although this form has no errors of its own.
    formState: { touchedFields: true, errors: true },
    callback(state) {
      const names = Object.keys(state.touchedFields ?? {});
      const isTouched = names.length !== touched.size;
      const { submitCount: submits = submitCount } = state;
      const isSubmitted = submits !== submitCount;
      if (isTouched) touched = new Set(names);
      submitCount = submits;
      if (isTouched) onChange('touched');
      if (isSubmitted) onChange('submitted');
    },
  });
  const names = () => Object.keys(form.getValues());
  // There is nothing else to clear, and each would take time when a step with many controls unmounts.
  const unregister = (name: string) =>
    form.unregister(name, {
      keepTouched: true,
      keepError: true,
      keepDirty: true,
      keepDefaultValue: true,
      keepIsValid: true,
      keepIsValidating: true,
    });

  return {
    register(name, control) {
      const focus = () => {
        control.scrollIntoView({ block: 'center' });
        control.focus();
      };
      form.register(name).ref({ name, focus });
    },
    unregister,
    names,
    focus: (name) => form.setFocus(name),
    touch(name) {
      const isRegistered = names().includes(name);
      void form.register(name).onBlur({ type: 'blur', target: { name } });
      if (!isRegistered) unregister(name);
    },
    touched: () => touched,
    submit: form.handleSubmit(() => undefined),
    isSubmitted: () => submitCount > 0,
  };
}
