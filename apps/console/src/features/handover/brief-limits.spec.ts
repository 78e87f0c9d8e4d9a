import { BRIEF_MAX } from '@warmline/vocabulary';
import { BRIEF_LIMITS } from './brief-limits';

describe('the limits of a brief', () => {
  it('are those of the contract', () => {
    expect(BRIEF_LIMITS).toEqual(BRIEF_MAX);
  });
});
