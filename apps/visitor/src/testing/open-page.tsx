import { render } from '@testing-library/preact';
import { deviceClock, newMessageId } from '@warmline/client';
import { App } from '../app';
import { Chat } from '../conversation/chat';
import type { ChatPorts } from '../conversation/chat-ports';
import { laterParts, type Parts } from '../later';
import { QuickExit } from '../leaving/quick-exit';
import { OpeningWatch } from '../opening/opening-watch';
import type { Summary } from '../opening/service-summary';
import { Announcer } from '../page/announcer';
import { LaterParts } from '../page/later-parts';
import { keepTextsLive } from '../page/live-text';
import { TabMemory } from '../visit/tab-memory';
import { newToken, Visit } from '../visit/visit';
import { JoinSignal } from '../waiting/join-signal';
import { FakeService } from './fake-service';

keepTextsLive();

// jsdom lays nothing out, so it has nothing to bring into view.
Element.prototype.scrollIntoView ??= () => {};

/** Open to everyone, with nothing to say about waits or closing. */
export const openToEveryone: Summary = {
  opening: 'open',
  takes: 'everyone',
  opensAt: null,
  spaceAt: null,
  closesAt: null,
  wait: 'unknown',
};

interface PageOptions {
  /** Null: the service gives no proper answer. */
  readonly opening?: Partial<Summary> | null;
  readonly service?: FakeService;
  /** The tab's own storage; a copy of a tab has a copy of it. */
  readonly storage?: Storage;
  readonly isVisible?: () => boolean;
  readonly loadProof?: ChatPorts['loadProof'];
  /** Fetches what is not in the first script. */
  readonly loadLater?: () => Promise<Parts>;
}

/** The whole page as a person meets it, on a service that exists only here. Opening it again is a reload. */
export const openPage = ({
  opening = {},
  service = new FakeService(),
  storage = sessionStorage,
  isVisible = () => true,
  loadProof = () => Promise.resolve(laterParts),
  loadLater = () => Promise.resolve(laterParts),
}: PageOptions = {}) => {
  const ports = { clock: deviceClock, random: () => 0 };
  const memory = new TabMemory(storage);
  const joinSignal = new JoinSignal({
    memory,
    isVisible,
    setTitle: (title) => {
      document.title = title;
    },
    vibrate: () => {},
  });
  const visit = new Visit({
    memory,
    joinSignal,
    opening: new OpeningWatch({
      ...ports,
      ask: async () => (opening === null ? null : { ...openToEveryone, ...opening }),
    }),
    newToken,
    newId: newMessageId,
    language: 'en',
    openChat: (start, onStarted) =>
      new Chat({
        ...ports,
        start,
        onStarted,
        unsentMessages: memory.unsentMessages,
        newId: newMessageId,
        loadProof,
        wakeUps: () => () => {},
        isVisible,
        transport: service.transport(),
      }),
  });
  const left: string[] = [];
  const exit = new QuickExit({
    token: () => visit.token,
    chat: () => visit.chatId,
    wipe: () => visit.forget(),
    neutral: { title: 'Weather', href: 'https://weather.example/' },
    replace: (href) => left.push(href),
  });
  const announcer = new Announcer();
  const later = new LaterParts({ ...ports, load: loadLater });
  visit.stage.subscribe(({ name }) => name === 'chat' && later.load());
  visit.resume();
  const drawn = render(<App page={{ visit, exit, announcer, later, arrival: { isOver: false } }} />);
  return { service, visit, exit, announcer, left, ...drawn };
};
