import { randomInt } from 'node:crypto';

/** Without letters and digits that look alike, since a person reads and types them. A character is 4.95 bits. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUP = 4;

const oneGroup = (): string =>
  Array.from({ length: GROUP }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');

/** Random groups of four with dashes between them: four groups are 79 bits, five are 99. */
export const readableSecret = (groups: number): string => Array.from({ length: groups }, oneGroup).join('-');

/** As it was made, of what a person typed: in small letters, without what is between the groups. */
export const typedSecret = (typed: string): string => typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
