import { render } from 'preact';
import { deviceClock, newMessageId } from '@warmline/client';
import {
  accentPath,
  charityOnPage,
  formatsIn,
  PREVIEW_READY,
  type Charity,
  type PreviewMessage,
} from '@warmline/vocabulary';
import { App } from '../app';
import { locale, words } from '../language/catalogue';
import { QuickExit } from '../leaving/quick-exit';
import { OpeningWatch } from '../opening/opening-watch';
import type { Summary } from '../opening/service-summary';
import { Announcer } from '../page/announcer';
import { LaterParts } from '../page/later-parts';
import { TabMemory } from '../visit/tab-memory';
import { newToken, Visit } from '../visit/visit';
import { JoinSignal } from '../waiting/join-signal';
import { readPreviewMessage } from './parse-preview';
import { showScheme } from './show-scheme';
import '../styles/tokens.css';
import '../styles/page.css';
import '../styles/controls.css';
import '../styles/thread.css';

const CALM: Summary = {
  opening: 'open',
  takes: 'everyone',
  opensAt: null,
  spaceAt: null,
  closesAt: null,
  wait: 'unknown',
};

/** The visitor's page without a server: it sends nothing, keeps nothing and starts no chat. */
const emptyPage = (summaryNow: () => Summary) => {
  const ports = { clock: deviceClock, random: () => 0 };
  const memory = new TabMemory(null);
  const joinSignal = new JoinSignal({
    memory,
    isVisible: () => false,
    setTitle: () => {},
    vibrate: () => {},
  });
  const visit = new Visit({
    memory,
    joinSignal,
    opening: new OpeningWatch({ ...ports, ask: () => Promise.resolve(summaryNow()) }),
    newToken,
    newId: newMessageId,
    language: locale.language,
    openChat: () => {
      throw new TypeError('a chat was started in the preview');
    },
  });
  const exit = new QuickExit({
    token: () => null,
    chat: () => null,
    wipe: () => {},
    neutral: locale.neutral,
    replace: () => {},
  });
  const later = new LaterParts({ ...ports, load: async () => (await import('../later')).laterParts });
  // A heading of a preview takes the focus from nobody: the person is writing in the form beside it.
  const arrival = {
    get isOver() {
      return false;
    },
    set isOver(_: boolean) {},
  };
  return { visit, exit, announcer: new Announcer(), later, arrival };
};

/** The charity's facts as they are in the form. A list of helplines that is empty keeps the one it had: it cannot be saved so. */
const takeCharity = (charity: Charity): void => {
  const { charity: own, listener = locale.listener, ...others } = charityOnPage(charity);
  Object.assign(locale, others, {
    listener,
    charity: { ...locale.charity, ...own },
    formats: formatsIn(locale, charity),
  });
};

/** The style sheet of the colour, or none where it cannot be read. */
const showColour = (colour: string, onShown: () => void): void => {
  const path = accentPath(colour);
  const known = document.querySelector<HTMLLinkElement>('link[data-look]');
  if (known?.getAttribute('href') === path) return;
  known?.remove();
  if (path === null) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.dataset['look'] = '';
  link.addEventListener('load', onShown);
  link.href = path;
  document.head.append(link);
};

/**
 * Draws the visitor's own page from what the console says is in the form. Believes the window that holds it, on its own origin,
 * and nobody else. It can be read and scrolled, and nothing in it can be pressed.
 */
export const showPreview = (root: HTMLElement, parent: Window): void => {
  let shown: PreviewMessage | null = null;
  const page = emptyPage(() => ({
    ...CALM,
    ...(shown?.screen === 'closed' ? { opening: 'closed', takes: 'nobody' } : {}),
    keepsReloads: shown?.preview.keepsReloads === true,
    ...(shown === null ? {} : { keepsDays: shown.preview.keepsDays }),
  }));
  document.documentElement.lang = locale.language;
  document.documentElement.dir = locale.direction;
  document.title = words.title;
  root.inert = true;
  const draw = (message: PreviewMessage): void => {
    const isOther = message.screen !== shown?.screen;
    shown = message;
    takeCharity(message.preview);
    showColour(message.preview.colour, () => showScheme(shown?.isNight === true));
    showScheme(message.isNight);
    if (isOther) page.visit.goTo(message.screen === 'before' ? 'before_you_start' : 'arrive');
    page.visit.opening.check();
    // A new page each time: what it draws is read from the facts above.
    render(<App page={{ ...page }} />, root);
  };
  addEventListener('message', ({ source, origin, data: said }: MessageEvent<unknown>) => {
    const message = source === parent && origin === location.origin ? readPreviewMessage(said) : null;
    if (message !== null) draw(message);
  });
  parent.postMessage(PREVIEW_READY, location.origin);
};
