// First: the secret of a launch link leaves the address before any other code can read it.
// oxlint-disable-next-line import/no-unassigned-import
import './app/start/launch-link.ts';
import { startPage } from './app/start/start-page.ts';

startPage();
