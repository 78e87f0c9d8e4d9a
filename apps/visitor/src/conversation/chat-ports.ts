import type { Cancel, Clock, Random, Transport, UnsentMessageStore } from '@warmline/client';
import type { MakeProof } from '../proof/make-proof';
import type { KeptStart } from '../visit/tab-memory';

/** What a chat needs from the page around it. */
export interface ChatPorts {
  readonly start: KeptStart;
  readonly transport: Transport;
  readonly unsentMessages: UnsentMessageStore;
  readonly newId: () => string;
  readonly clock: Clock;
  readonly random: Random;
  readonly wakeUps: (wake: () => void) => Cancel;
  readonly isVisible: () => boolean;
  /** Loads what makes a proof of work, which most visitors never need. */
  readonly loadProof: () => Promise<{ readonly makeProof: MakeProof }>;
  /** The server has answered the start: from now on a reload only opens. */
  readonly onStarted: () => void;
}
