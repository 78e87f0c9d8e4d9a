// SPDX-License-Identifier: AGPL-3.0-or-later
/// <reference types="vite/types/importMeta.d.ts" />
import { createRoot } from 'react-dom/client';
import '../src/index';
import './gallery.css';
import { storiesOf, type StoryFile } from './stories';

const place = document.getElementById('gallery');
if (place === null) throw new Error('the page has no place for the gallery');

// `?dir=rtl&theme=dark` shows every component in that direction and theme.
const asked = new URLSearchParams(location.search);
document.documentElement.dir = asked.get('dir') ?? 'ltr';
document.documentElement.style.colorScheme = asked.get('theme') ?? 'light dark';

const stories = storiesOf(import.meta.glob<StoryFile>('../src/*.stories.tsx', { eager: true }));

createRoot(place).render(
  <>
    <h1>Components</h1>
    {stories.map(({ title, Component }) => (
      <section key={title} className="gallery__story" aria-label={title}>
        <h2>{title}</h2>
        <Component />
      </section>
    ))}
  </>,
);
