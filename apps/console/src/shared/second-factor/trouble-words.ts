import type { Refusal } from '@warmline/vocabulary';
import { refusalWords } from '../i18n/refusal-words';
import { secondFactorWords } from './second-factor-words';

/** What a person reads when a code was not taken. */
export const troubleWords = (refusal: Refusal): string => {
  switch (refusal) {
    case 'wrong_code':
    case 'malformed':
      return refusalWords.wrong_code;
    case 'half_session_over':
    case 'not_signed_in':
      return refusalWords[refusal];
    case 'busy':
      return secondFactorWords.busy;
    case 'unavailable':
      return secondFactorWords.unreachable;
    default:
      return secondFactorWords.otherwise;
  }
};
