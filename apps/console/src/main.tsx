import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Console } from './app/console';
import { locale } from './shared/i18n/locale';
import { browserParts } from './shared/page/parts';

const place = document.getElementById('console');
if (place === null) throw new Error('the page has no place for the console');

document.documentElement.lang = locale.language;
document.documentElement.dir = locale.direction;

createRoot(place).render(
  <StrictMode>
    <Console parts={browserParts()} />
  </StrictMode>,
);
