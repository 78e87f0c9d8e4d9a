/** What the exit bar says. */
export const leavingWords = {
  leave: 'Leave this page',
  hint: 'or press Shift three times',
  dots: (number: number) => `Shift ${number} of 3`,
};
