// The peers' packages are only installed for the bench, so their types are missing in the type check.
declare module '@jsonforms/material-renderers';
declare module '@jsonforms/react' {
  import type { ReactNode } from 'react';
  export const JsonForms: (props: {
    [prop: string]: unknown;
    onChange: (change: { data: unknown }) => void;
  }) => ReactNode;
}
declare module '@rjsf/mui' {
  import type { ReactNode } from 'react';
  const Form: (props: {
    [prop: string]: unknown;
    onChange: (change: { formData: unknown }) => void;
  }) => ReactNode;
  export default Form;
}
declare module '@rjsf/validator-ajv8';

/** The JSON Schema of a deployment, inserted by the build. */
declare module 'virtual:bench-schema' {
  const schema: Record<string, unknown>;
  export default schema;
}
