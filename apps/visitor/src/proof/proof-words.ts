/** What the page says while it does a proof of work. */
export const proofWords = {
  lead: "A lot of chats are starting right now. Your device is doing a short check first. You don't have to do anything. We keep what you chose.",
  beside:
    "A lot of chats started at once. Your device is doing a short check, so that you are answered first. You don't have to do anything, and you can write now.",
  stays: "Your browser can't do the check. You keep your place.",
  part: (part: number, of: number) => `Check: part ${part} of ${of}`,
  cannot: {
    title: "Your browser can't do a check that we need right now",
    lead: 'A lot of chats are starting at once. You can try again in a few minutes, or call someone now.',
    again: 'Try again',
  },
};
