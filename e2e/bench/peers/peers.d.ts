// What the peers' pages import is installed for the bench alone, so types of it are not to be had where types are checked.
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

/** The JSON Schema of a deployment, put in at the build. */
declare module 'virtual:bench-schema' {
  const schema: Record<string, unknown>;
  export default schema;
}
