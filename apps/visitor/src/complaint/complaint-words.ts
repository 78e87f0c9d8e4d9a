/** What the page says to someone who complains or tells the service something. */
export const complaintWords = {
  open: 'Complain or tell us something',
  lead: 'Supervisors of our service can read this. They are not told who you are or which chat was yours. No one can write back to you.',
  notNow: 'It can take days until someone reads it. If you need someone now, chat with us or call.',
  label: 'What would you like to tell us?',
  hint: "You don't have to give any names.",
  send: 'Send to our supervisors',
  sending: 'Sending.',
  sent: 'Thank you. Our supervisors have it now.',
  empty: 'There is nothing to read in it yet. Write something, then press Send.',
  tooFast: 'A lot of people are writing to us right now. Your words are still here. Try again in a minute.',
  failed: 'It was not sent. Your words are still here. You can try again.',
  left: (number: number) => `${number} characters left.`,
};
