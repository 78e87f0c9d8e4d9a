import { render } from 'preact';
import { browserWakeUps, deviceClock, newMessageId, socketTransport, PROTOCOL } from '@warmline/client';
import { App } from './app';
import { Chat } from './conversation/chat';
import { locale, words } from './language/catalogue';
import type { Parts } from './later';
import { QuickExit } from './leaving/quick-exit';
import { warnBeforeUnload } from './leaving/unload-warning';
import { OpeningWatch } from './opening/opening-watch';
import { askService, askWithoutStorage } from './opening/service-summary';
import { Announcer } from './page/announcer';
import { LaterParts } from './page/later-parts';
import { keepTextsLive } from './page/live-text';
import { ParentPage } from './page/parent-page';
import { PressGuard } from './page/press-guard';
import { openTabStorage, TabMemory } from './visit/tab-memory';
import { newToken, Visit } from './visit/visit';
import { JoinSignal } from './waiting/join-signal';
import './styles/tokens.css';
import './styles/page.css';
import './styles/controls.css';
import './styles/thread.css';

const ports = { clock: deviceClock, random: Math.random };
const cameToFront = (): void => {
  joinSignal.seen();
  const stage = visit.stage.get();
  if (stage.name === 'chat') stage.chat.cameToFront();
};
const parentPage =
  window.parent === window
    ? null
    : new ParentPage({
        parent: window.parent,
        onOpen: cameToFront,
        leaveTop: (href) => window.top?.location.replace(href),
      });
// In a frame on another site nothing is kept: what that site's browser profile stores is not ours to vouch for.
const memory = new TabMemory(parentPage === null ? openTabStorage() : null);
const loadParts = async (): Promise<Parts> => (await import('./later')).laterParts;
const isVisible = (): boolean => document.visibilityState === 'visible' && parentPage?.isOpen !== false;

const joinSignal = new JoinSignal({
  memory,
  isVisible,
  setTitle: (title) => {
    document.title = title;
  },
  vibrate: (milliseconds) => {
    if ('vibrate' in navigator) navigator.vibrate(milliseconds);
  },
});

const visit = new Visit({
  memory,
  joinSignal,
  opening: new OpeningWatch({ ...ports, ask: parentPage === null ? askService : askWithoutStorage }),
  newToken,
  newId: newMessageId,
  language: locale.language,
  openChat: (start, onStarted) =>
    new Chat({
      ...ports,
      start,
      onStarted,
      isVisible,
      unsentMessages: memory.unsentMessages,
      newId: newMessageId,
      loadProof: loadParts,
      wakeUps: browserWakeUps,
      transport: socketTransport({
        namespace: '/visitor',
        handshake: () => ({ token: start.token, protocol: PROTOCOL }),
      }),
    }),
});

const later = new LaterParts({ ...ports, load: loadParts });
visit.stage.subscribe((stage) => {
  if (stage.name !== 'chat') return;
  later.load();
  parentPage?.count(stage.chat.feed.timeline);
});

const exit = new QuickExit({
  token: () => visit.token,
  chat: () => visit.chatId,
  wipe: () => visit.forget(),
  neutral: locale.neutral,
  replace: parentPage?.leave ?? ((href) => location.replace(href)),
});
new PressGuard().listen();
warnBeforeUnload(visit);
// The browser keeps nothing of this page to restore it.
history.scrollRestoration = 'manual';
// Before anything is drawn: leaving must work from the first moment.
exit.listen();
parentPage?.listen();

document.addEventListener('visibilitychange', () => {
  if (isVisible()) cameToFront();
});

document.title = words.title;
document.documentElement.lang = locale.language;
document.documentElement.dir = locale.direction;
keepTextsLive();
visit.resume();
const root = document.getElementById('app');
if (root !== null) {
  // What stood there until now, for a page without its script.
  root.replaceChildren();
  render(<App page={{ visit, exit, announcer: new Announcer(), later, arrival: { isOver: false } }} />, root);
}
