import { Launcher } from './launcher';

/** On the element it adds: a page that runs the script again has one button. */
const MARK = 'data-warmline-launcher';
/** On a plain link that is there without script; the button takes its place. */
const LINK = 'a[data-warmline]';

const launch = ({ src, dataset }: HTMLScriptElement): void => {
  if (document.querySelector(`[${MARK}]`) !== null) return;
  const link = document.querySelector<HTMLElement>(LINK);
  const host = document.createElement('div');
  host.setAttribute(MARK, '');
  new Launcher({
    origin: new URL(src).origin,
    words: dataset['words'] ?? link?.textContent ?? 'Chat with us',
    colour: dataset['colour'] ?? '',
    isOnTheLeft: dataset['position'] === 'left',
  }).draw(host);
  if (link !== null) link.hidden = true;
};

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => launch(script));
  else launch(script);
}
