// React in a file of its own, run in a task before the page's own code (begin.ts). Asked for directly, it would bring the
// glue for its kind of module in front of the outline.
// oxlint-disable-next-line import/no-unassigned-import
import 'react-dom/client';
