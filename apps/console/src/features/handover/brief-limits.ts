import type { Brief } from '@warmline/contracts';

/** Longest part of a brief, in UTF-16 units; the contract's own numbers, without its parser on the page. */
export const BRIEF_LIMITS: Readonly<Record<keyof Brief, number>> = {
  situation: 500,
  background: 2_000,
  safety: 2_000,
  request: 500,
};
