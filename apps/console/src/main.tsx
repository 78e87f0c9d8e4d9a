import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Console } from './app/console';
import { words } from './shared/i18n/words';
import { browserParts } from './shared/page/parts';

const place = document.getElementById('console');
if (place === null) throw new Error('the page has no place for the console');

document.documentElement.lang = words.language;
document.documentElement.dir = words.direction;

createRoot(place).render(
  <StrictMode>
    <Console parts={browserParts()} />
  </StrictMode>,
);
