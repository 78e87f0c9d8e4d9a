import { z } from 'zod';
import { assessmentSchema, type Assessment } from '@warmline/contracts';

const assessmentText = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue('no JSON');
      return z.NEVER;
    }
  })
  .pipe(assessmentSchema);

/** Null when the text is no assessment: it was sealed by another version. */
export const parseAssessment = (text: string): Assessment | null =>
  assessmentText.safeParse(text).data ?? null;

/** What the seal of a draft, of feedback and of a reply is bound to. */
export const boundDraft = (review: string) => ({ entry: `review/${review}/draft`, role: 'note' }) as const;
export const boundWords = (review: string) => ({ entry: `review/${review}/words`, role: 'note' }) as const;
export const boundReply = (review: string, reply: string) =>
  ({ entry: `review/${review}/reply/${reply}`, role: 'note' }) as const;
