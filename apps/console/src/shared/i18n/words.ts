import { boardWords } from './board-words';
import { careWords } from './care-words';
import {
  bandWords,
  caseloadWords,
  composerWords,
  conversationWords,
  endWords,
  min,
  minutes,
  offerWords,
  threadWords,
} from './desk-words';
import { doorWords } from './door-words';
import { everyoneWords } from './everyone-words';
import { forecastWords } from './forecast-words';
import { frameWords, noAnswerWords, refusalWords, shortcutWords } from './frame-words';
import {
  handoverEndWords,
  handoverFormWords,
  handoverReceiveWords,
  handoverStepWords,
} from './handover-words';
import { helpWords } from './help-words';
import { panelWords, wrapUpWords } from './panel-words';
import { peopleWords, queueWords } from './queue-words';
import { sessionWords } from './session-words';
import { setupWords } from './setup-words';
import { handoverBoardWords, shiftWords } from './shift-words';
import { wallboardWords } from './wallboard-words';
import { wellbeingWords } from './wellbeing-words';

const direction: 'ltr' | 'rtl' = 'ltr';

const english = {
  language: 'en',
  /** The country whose way of writing times and dates this is. */
  formats: 'en-GB',
  direction,
  band: bandWords,
  board: boardWords,
  care: careWords,
  caseload: caseloadWords,
  composer: composerWords,
  conversation: conversationWords,
  door: doorWords,
  end: endWords,
  everyone: everyoneWords,
  forecast: forecastWords,
  frame: frameWords,
  handover: {
    board: handoverBoardWords,
    end: handoverEndWords,
    form: handoverFormWords,
    receive: handoverReceiveWords,
    step: handoverStepWords,
  },
  help: helpWords,
  min,
  minutes,
  noAnswer: noAnswerWords,
  offer: offerWords,
  panel: panelWords,
  people: peopleWords,
  queue: queueWords,
  refusal: refusalWords,
  session: sessionWords,
  setup: setupWords,
  shift: shiftWords,
  shortcut: shortcutWords,
  thread: threadWords,
  wallboard: wallboardWords,
  wellbeing: wellbeingWords,
  wrapUp: wrapUpWords,
};

/** A catalogue in another language has exactly these entries, or it does not compile. */
type Loose<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string
    ? string
    : Words[Key] extends (...values: never[]) => string
      ? Words[Key]
      : Loose<Words[Key]>;
};
export type Words = Loose<typeof english>;

/** Every word on the console's screens. */
export const words: Words = english;
