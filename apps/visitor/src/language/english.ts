import { beforeWords } from '../before-you-start/before-words';
import { complaintWords } from '../complaint/complaint-words';
import { connectionWords } from '../connection/connection-words';
import { conversationWords } from '../conversation/conversation-words';
import { endingWords } from '../ending/ending-words';
import { handoverWords } from '../handover/handover-words';
import { leavingWords } from '../leaving/leaving-words';
import { openingWords } from '../opening/opening-words';
import { privacyWords } from '../privacy/privacy-words';
import { proofWords } from '../proof/proof-words';
import { silenceWords } from '../silence/silence-words';
import { waitingWords } from '../waiting/waiting-words';

/**
 * Every word the page shows or says; each feature keeps its own words beside its screens. A function takes a name or number
 * and does nothing else with it: the build makes a sentence with placeholders of it (`catalogue-text.ts`), so that no words are
 * in the script. A charity's own words are stored under these keys, so a key keeps its name.
 */
export const english = {
  title: 'Chat',
  skip: 'Skip to the chat',
  demo: 'This is a demo. No charity answers here. If you need someone now, call one of the numbers on this page.',
  exit: leavingWords,
  emergency: {
    summary: 'In danger?',
    before: 'If your life is in danger now, call ',
    between: '. You can also call ',
    free: ' free on ',
    on: ' on ',
    after: '.',
  },
  ...openingWords,
  ...beforeWords,
  ...privacyWords,
  ...waitingWords,
  ...conversationWords,
  handover: handoverWords,
  line: connectionWords,
  proof: proofWords,
  ended: endingWords,
  complaint: complaintWords,
  silence: silenceWords,
};

export type Words = typeof english;
