import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Console } from './app/console';
import { browserParts } from './app/parts';
import { words } from './app/words';

const place = document.getElementById('console');
if (place === null) throw new Error('the page has no place for the console');

document.documentElement.lang = words.language;
document.documentElement.dir = words.direction;

createRoot(place).render(
  <StrictMode>
    <Console parts={browserParts()} />
  </StrictMode>,
);
