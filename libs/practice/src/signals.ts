import { callsSupervisor, type SafetyEntry } from '@warmline/conversation';
import type { PracticeAct, StoredAct } from './act';

/** What can be told of one act by simple means. */
export type Signal =
  | 'said'
  | 'welcomed'
  | 'named_time_limit'
  | 'listened'
  | 'asked_open'
  | 'asked_directly'
  | 'asked_means'
  | 'asked_safe_now'
  | 'gave_time'
  | 'named_boundary'
  | 'noticed_them'
  | 'offered_next_step'
  | 'closed_gently'
  | 'promised_secrecy'
  | 'called_supervisor'
  | 'set_not_safe'
  | 'recorded_safety';

interface Phrases {
  readonly any: readonly string[];
  /** Only in a message that asks something. */
  readonly isQuestion?: boolean;
}

/** Whole words, in small letters. They tell what a message is about, and are no judgement of a person. */
const PHRASES = {
  welcomed: { any: ['hello', 'hi', 'welcome', 'my name is', 'glad you', 'good evening', 'good morning'] },
  named_time_limit: { any: ['minutes', 'an hour', 'how long we have', 'the time we have', 'time limit'] },
  listened: {
    any: [
      'it sounds',
      'that sounds',
      'sounds like',
      'i hear',
      "i'm hearing",
      'it must',
      'that must',
      'i can see why',
      'makes sense',
      'thank you for telling',
      'thanks for telling',
      'thank you for saying',
      "i'm sorry",
      'i am sorry',
    ],
  },
  asked_open: {
    any: ['what', 'how', 'tell me', 'could you say', 'would you like to say', 'can you say'],
    isQuestion: true,
  },
  asked_directly: {
    any: [
      'suicide',
      'suicidal',
      'kill yourself',
      'killing yourself',
      'end your life',
      'ending your life',
      'take your own life',
      'taking your own life',
      'want to die',
      'wanting to die',
    ],
    isQuestion: true,
  },
  asked_means: {
    any: [
      'with you now',
      'have you got',
      'do you have',
      'near you',
      'within reach',
      'how would you',
      'a plan',
      'planned',
      'tablets',
      'pills',
    ],
    isQuestion: true,
  },
  asked_safe_now: {
    any: ['are you safe', 'safe now', 'safe right now', 'safe tonight', 'stay safe', 'keep yourself safe'],
    isQuestion: true,
  },
  gave_time: {
    any: [
      'no rush',
      'no hurry',
      'no pressure',
      'take your time',
      'take all the time',
      "when you're ready",
      'when you are ready',
      'whenever you',
      'still here',
      'here with you',
      'okay not to',
    ],
  },
  named_boundary: {
    any: [
      'boundary',
      'respect',
      'not okay',
      "can't continue",
      'cannot continue',
      "can't go on",
      'have to end',
      'need to end',
      'will end',
      'please stop',
    ],
  },
  noticed_them: {
    any: ['how are you', 'and you', 'for you', 'support you', 'look after yourself', 'holding up'],
    isQuestion: true,
  },
  offered_next_step: {
    any: [
      'next step',
      'might help',
      'could help',
      'would help',
      'someone you trust',
      'you could',
      'your gp',
      'your doctor',
      'helpline',
      'make a plan',
      'together',
      '999',
      '111',
    ],
  },
  closed_gently: {
    any: [
      'goodbye',
      'bye',
      'take care',
      'before we finish',
      'before we end',
      'thank you for talking',
      'thank you for reaching',
      'come back',
      'coming to an end',
      'coming to the end',
    ],
  },
  promised_secrecy: {
    any: [
      "won't tell anyone",
      'will not tell anyone',
      'never tell anyone',
      'promise not to tell',
      'keep it secret',
      'keep this secret',
      'just between us',
    ],
  },
} as const satisfies Partial<Record<Signal, Phrases>>;

const isWorded = (signal: string): signal is keyof typeof PHRASES => signal in PHRASES;
const WORDED = Object.keys(PHRASES).filter(isWorded);

/** Small letters, straight apostrophes, one blank between words and at both ends. */
const wordsOf = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[^\p{L}\p{N}']/u)
    .filter((word) => word !== '')
    .join(' ')} `;

const ofWords = (text: string): readonly Signal[] => {
  const words = wordsOf(text);
  const asks = text.includes('?');
  const said: Signal[] = ['said'];
  for (const signal of WORDED) {
    const { any, isQuestion = false }: Phrases = PHRASES[signal];
    if ((asks || !isQuestion) && any.some((phrase) => words.includes(` ${phrase} `))) said.push(signal);
  }
  return said;
};

/** What one act shows. What a colleague does as the visitor shows nothing. */
export const signalsOf = (act: PracticeAct): readonly Signal[] => {
  switch (act.kind) {
    case 'say':
      return ofWords(act.words);
    case 'safety':
      return act.answer === 'not_safe_now' ? ['set_not_safe', 'recorded_safety'] : [];
    case 'record':
      return act.entry.kind === 'asked' || act.entry.kind === 'fact' ? ['recorded_safety'] : [];
    case 'call':
      return ['called_supervisor'];
    default:
      return [];
  }
};

/** What each act shows. Facts that call a supervisor by themselves do so in practice too. */
export const signalsOfEach = (acts: readonly StoredAct[]): readonly (readonly Signal[])[] => {
  const entries: SafetyEntry[] = [];
  return acts.map(({ act }) => {
    const signals = signalsOf(act);
    if (act.kind !== 'record') return signals;
    const calls = callsSupervisor(entries, act.entry, null);
    entries.push(act.entry);
    return calls ? [...signals, 'called_supervisor'] : signals;
  });
};
