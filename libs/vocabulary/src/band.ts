/** Answer-order class: 1 answer first, 2 answer soon, 3 standard. Set by what the visitor says about now; not a risk level. */
export type Band = 1 | 2 | 3;

/** The visitor's answer to the one safety question. */
export type SafetyAnswer = 'safe' | 'unsure' | 'danger' | 'unsaid';

/** Why a conversation is in its band. */
export type BandReason = 'safety_answer' | 'words' | 'responder_lost' | 'person';
