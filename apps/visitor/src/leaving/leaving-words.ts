/** What the exit bar says. */
export const leavingWords = {
  leave: 'Leave this page',
  hint: 'or press Shift three times',
  /** In a frame of a site that does not leave its page. */
  closeTab: 'Close this tab now.',
  dots: (number: number) => `Shift ${number} of 3`,
};
