/** A visitor inside a sentence; "the visitor" where they gave no name. */
export const whom = (name: string): string => name || 'the visitor';

/** The same at the start of a sentence. */
export const atStart = (name: string): string => name || 'The visitor';
