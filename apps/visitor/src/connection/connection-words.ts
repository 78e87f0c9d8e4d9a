/** What the page says about its connection and the service behind it. */
export const connectionWords = {
  dropped: 'Your connection dropped. Trying again. Your chat is still here.',
  stillTrying: "Still trying. If it doesn't come back, call ",
  meanwhile: 'You can also call ',
  tryNow: 'Try now',
  unreachable: "We can't reach our service right now. ",
  unsent: 'Your message is not sent. ',
  back: 'You are connected again.',
};
