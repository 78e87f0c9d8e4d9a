import { min } from './desk-words';

export const everyoneWords = {
  ask: 'Ask everyone: can you take one more?',
  tooSoon: 'Everyone was asked a moment ago. Asked again too soon, it is not heard any more.',
  askedBy: (name: string, minutes: number) =>
    minutes < 1 ? `${name} asked everyone just now.` : `${name} asked everyone ${min(minutes)} ago.`,
  nobodyYet: 'Nobody has said yes yet.',
  can: (names: string) => `Can take one more: ${names}.`,
  others: (cannot: number, open: number) => `Not now: ${cannot}. No answer yet: ${open}.`,
  strip: 'A question to everyone',
  asked: (name: string) => `${name} asks everyone: can you take one more?`,
  askedMore:
    'Yes makes you available, also above your room for somebody to be answered first. Breaks and limits stay. No needs no reason.',
  yes: 'Yes, I can',
  no: 'Not now',
  thanks: 'Thank you. You can be asked.',
  fine: 'That is fine. Thank you for saying so.',
  breakCalled: (name: string) => `${name} has called a break for you. It begins once you talk with nobody.`,
  breakCalledMore: (name: string) => `If it does not fit, tell ${name}.`,
  onCalledBreak: (name: string) => `${name} has called this break for you.`,
  shiftClosed: (name: string, time: string) =>
    `${name} ended your shift at ${time}, and means it kindly: you have given enough for now. What you still hold stays yours. If you would like to talk about it, ${name} is glad to.`,
} as const;
