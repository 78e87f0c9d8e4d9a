/** What has to be so before a service opens, in the order it is shown. */
export const READINESS_CHECKS = [
  'administrators',
  'second_factors',
  'hours',
  'responders', // who may be offered a chat
  'first_shift',
  'numbers',
  'wording',
  'on_call',
  'test_chat',
  'backup',
] as const;
export type ReadinessCheck = (typeof READINESS_CHECKS)[number];

/** What only a person can say: the server cannot see it. `always_open`: no hours are meant to be set. */
export const READINESS_CONFIRMATIONS = ['numbers', 'wording', 'backup', 'always_open'] as const;
export type ReadinessConfirmation = (typeof READINESS_CONFIRMATIONS)[number];
