import { handoverStepWords } from './handover-words';

/** How long a step may still last, in words: nothing on screen counts seconds down. */
export const timeLeftWords = (expiresAt: number, now: number): string => {
  const seconds = (expiresAt - now) / 1_000;
  const { time } = handoverStepWords;
  if (seconds <= 0) return time.over;
  if (seconds <= 15) return time.soon;
  if (seconds <= 40) return time.half;
  return seconds < 90 ? time.minute : time.minutes(Math.round(seconds / 60));
};
