import type { Plugin } from 'vite';

/** Writes a `.br` and a `.gz` beside every text file of a build. */
export const precompress: () => Plugin;
