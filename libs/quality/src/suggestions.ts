import { contactDetailsIn, type AutomaticFail, type VettedContacts } from '@warmline/vocabulary';

/** A place in a conversation where a reviewer should look for a finding. Nothing is found until they say so. */
export interface SuggestedFinding {
  readonly finding: AutomaticFail;
  /** Number of the message; null where it is about the whole conversation. */
  readonly seq: number | null;
  /** The words that made it; '' where no words did. */
  readonly words: string;
}

/** What the responder wrote. */
export interface WrittenMessage {
  readonly seq: number;
  readonly body: string;
}

/** No visitor may be told that nothing will ever be passed on: in danger it is. */
const SECRECY = [
  /\b(?:completely|totally|fully|entirely|absolutely|strictly|100 ?%) (?:confidential|private|secret)\b/iu,
  /\b(?:will not|won['’]t|will never|['’]ll never|would never|promise not to) (?:ever )?tell (?:anyone|anybody|a soul|your|the)\b/iu,
  /\b(?:no ?one|nobody)(?: else)? (?:will|would|['’]ll)(?: ever)? (?:know|find out|hear|see)\b/iu,
  /\bstays? (?:just |only |strictly )?between (?:us|you and me|the two of us)\b/iu,
  /\b(?:keep|stays?) (?:it|this|that) (?:a )?secret\b/iu,
];

/** Ways to go on outside the service, where there is no number and no address. */
const ELSEWHERE =
  /\b(?:my (?:own |personal |private )?(?:number|mobile|phone|e-?mail|address|instagram|facebook|snapchat|whatsapp|telegram|discord)|(?:add|find|text|message|dm|call) me (?:on|at)|meet (?:me|up))\b/iu;

const wordsOf = (patterns: readonly RegExp[], body: string): string | null => {
  for (const pattern of patterns) {
    const [words] = pattern.exec(body) ?? [];
    if (words !== undefined) return words;
  }
  return null;
};

const contactIn = (body: string, vetted: VettedContacts): string | null => {
  const detail = contactDetailsIn(body, vetted).find(({ kind }) => kind !== 'link');
  return detail?.what ?? wordsOf([ELSEWHERE], body);
};

/**
 * Where a reviewer should look, in the order of the conversation. English words only; what is written in another way, or in
 * another language, is not found. `leftBand1`: they left a visitor of band 1 and nobody took over at once.
 */
export const suggestFindings = (
  messages: readonly WrittenMessage[],
  { vetted, leftBand1 }: { readonly vetted: VettedContacts; readonly leftBand1: boolean },
): SuggestedFinding[] => {
  const inMessages = messages.flatMap(({ seq, body }) => {
    const [secrecy, contact] = [wordsOf(SECRECY, body), contactIn(body, vetted)];
    return [
      ...(secrecy === null ? [] : [{ finding: 'promised_secrecy' as const, seq, words: secrecy }]),
      ...(contact === null ? [] : [{ finding: 'gave_contact_details' as const, seq, words: contact }]),
    ];
  });
  return [...inMessages, ...(leftBand1 ? [{ finding: 'left_band_1' as const, seq: null, words: '' }] : [])];
};
