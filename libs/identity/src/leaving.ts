/** Why the record of someone is reduced: the time of the service is over, or two people agreed. */
export const LEAVING_CAUSES = ['time_over', 'two_people'] as const;
export type LeavingCause = (typeof LEAVING_CAUSES)[number];

/**
 * What everyone reads instead of the name of someone who has left. `number`: how many have left the service, with this one, so that
 * two of them can be told apart.
 */
export const aliasOfLeaver = (number: number): string => `Former colleague ${number}`;
