/** What the visitor is asked and told while someone else takes over. */
export const handoverWords = {
  label: 'A question for you',
  ask: (from: string, to: string) =>
    `${from} would like to bring in ${to}, who can help with this. ${to} can read what we've talked about, so you don't have to repeat it. Is that OK?`,
  yes: 'Yes',
  no: (from: string) => `I'd rather stay with ${from}`,
  staying: (from: string) => `You're staying with ${from}.`,
};
