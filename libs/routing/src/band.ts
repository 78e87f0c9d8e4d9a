/** An answer order set by what the visitor says about now: 1 answer first, 2 answer soon, 3 standard. Not a risk level. */
export type Band = 1 | 2 | 3;

export type SafetyAnswer = 'safe' | 'unsure' | 'danger' | 'unsaid';

const BAND_OF: Record<SafetyAnswer, Band> = { danger: 1, unsure: 2, safe: 3, unsaid: 3 };

/** The band after losing a responder: answered soon, or first if it was first already. */
export const bandAfterLoss = (band: Band): Band => (band === 1 ? 1 : 2);

/** The band an answer to the one safety question asks for. */
export const bandFor = (answer: SafetyAnswer): Band => BAND_OF[answer];
