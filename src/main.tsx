// First: the secret of a launch link leaves the address before anything else runs.
// oxlint-disable-next-line import/no-unassigned-import
import './app/launch-link.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { startI18n } from './app/i18n.ts';
import { followLaunchLinks } from './app/launch.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

followLaunchLinks();
await startI18n();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
