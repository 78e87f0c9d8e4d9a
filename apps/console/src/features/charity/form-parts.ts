import type { CharityProblemView } from '@warmline/contracts';
import type { Charity } from '@warmline/vocabulary';
import { charityWords } from './charity-words';

/** What each section of the form is given. */
export interface SectionProps {
  readonly draft: Charity;
  readonly onChange: (changed: Partial<Charity>) => void;
  /** What is wrong with a field, in words; undefined for nothing. */
  readonly mistakeOf: (field: string) => string | undefined;
}

export const mistakeIn =
  (problems: readonly CharityProblemView[]) =>
  (field: string): string | undefined => {
    const found = problems.find((problem) => problem.field === field);
    if (found === undefined) return undefined;
    const { problem, least, most } = found;
    return charityWords.problems[problem](String(least ?? ''), String(most ?? ''));
  };
