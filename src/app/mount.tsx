import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { startI18n } from './i18n.ts';
import { followLaunchLinks } from './launch.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

followLaunchLinks();
await startI18n();
// As a transition it is drawn in short tasks: the browser can answer in between.
startTransition(() =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
