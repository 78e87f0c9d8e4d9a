import { render } from 'preact';
import { browserWakeUps, deviceClock, newMessageId, socketTransport, PROTOCOL } from '@warmline/client';
import { App } from './app';
import { Chat } from './conversation/chat';
import { locale, words } from './language/catalogue';
import { QuickExit } from './leaving/quick-exit';
import { OpeningWatch } from './opening/opening-watch';
import { askService } from './opening/service-summary';
import { Announcer } from './page/announcer';
import { openTabStorage, TabMemory } from './visit/tab-memory';
import { newToken, Visit } from './visit/visit';
import './styles/tokens.css';
import './styles/page.css';
import './styles/controls.css';
import './styles/thread.css';

const ports = { clock: deviceClock, random: Math.random };
const memory = new TabMemory(openTabStorage());

const visit = new Visit({
  memory,
  opening: new OpeningWatch({ ...ports, ask: askService }),
  newToken,
  newId: newMessageId,
  language: locale.language,
  openChat: (start, onStarted) =>
    new Chat({
      ...ports,
      start,
      onStarted,
      unsentMessages: memory.unsentMessages,
      newId: newMessageId,
      wakeUps: browserWakeUps,
      isVisible: () => document.visibilityState === 'visible',
      transport: socketTransport({
        namespace: '/visitor',
        handshake: () => ({ token: start.token, protocol: PROTOCOL }),
      }),
    }),
});

const exit = new QuickExit({
  token: () => visit.token,
  wipe: () => visit.forget(),
  neutral: locale.neutral,
  replace: (href) => location.replace(href),
});
// Before anything is drawn: leaving must work from the first moment.
exit.listen();

document.addEventListener('visibilitychange', () => {
  const stage = visit.stage.get();
  if (document.visibilityState === 'visible' && stage.name === 'chat') stage.chat.cameToFront();
});

document.title = words.title;
document.documentElement.lang = locale.language;
document.documentElement.dir = locale.direction;
visit.resume();
const root = document.getElementById('app');
if (root !== null)
  render(<App page={{ visit, exit, announcer: new Announcer(), arrival: { isOver: false } }} />, root);
