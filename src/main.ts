// First: the secret of a launch link leaves the address before anything else runs.
// oxlint-disable-next-line import/no-unassigned-import
import './app/launch-link.ts';
import { begin } from './app/begin.ts';

begin();
