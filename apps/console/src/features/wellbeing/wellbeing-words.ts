import { withIsolatedTexts } from '../../shared/i18n/isolated';
import { moduleName } from '../../shared/i18n/obstacle-words';
import { min } from '../../shared/i18n/spans';

export const wellbeingWords = withIsolatedTexts({
  breakCalled: (name: string) =>
    `${name} started a break for you. It begins when your conversations have ended.`,
  breakCalledMore: (name: string) => `If that doesn’t work for you, tell ${name}.`,
  onCalledBreak: (name: string) => `${name} started this break for you.`,
  strip: 'Your day',
  module: moduleName,
  checkIn: {
    title: 'OK to take chats today?',
    lead: 'You don’t need a reason, and you can change your answer at any time.',
    answers: {
      yes: 'Yes',
      one_at_a_time: 'Yes, one at a time',
      not_today: 'Not today',
    },
    surge: 'You can offer me one extra chat if someone is in danger and no one else is free',
    notYet: 'You have not checked in for this shift. Until you do, you are not offered conversations.',
    open: 'Check in',
    again: 'Check in again',
    busy: 'One moment…',
  },
  betweenShifts: (time: string) =>
    `Your last shift ended a short time ago. The next one can start ${time}. Until then the time is yours.`,
  notToday: 'Not today, and that’s all right. You will not be offered conversations.',
  changeMind: 'Change my answer',
  missed:
    'You were set to away because you missed two offers in a row. No one lost their place. Is everything all right?',
  back: 'I’m here',
  stop: 'Stop for today',
  contact: {
    want: 'I would like to talk with my supervisor',
    hint: 'You don’t have to say why.',
    wanted: 'Your supervisor knows that you would like to talk.',
  },
  rest: {
    after_conversation: (time: string) =>
      `Quiet time until ${time}. You won’t be offered a conversation until then.`,
    after_heavy: (time: string) =>
      `That was a lot. You won’t be offered a conversation until ${time}. Your supervisor is glad to talk with you, and you can stop for today without a reason.`,
    after_heavy_wanted: (time: string) =>
      `That was a lot. You won’t be offered a conversation until ${time}. Your supervisor knows that you would like to talk, and you can stop for today without a reason.`,
    extend: (most: string) => `Extend to ${most}`,
  },
  break: {
    due: (length: string) =>
      `Time for a break of ${length}. It starts when your conversations have ended, and you get no new ones before it.`,
    dueDelayed: 'Your break is due now. It starts when your conversations have ended.',
    wanted: 'Your break starts after this conversation. You get no new ones before it.',
    on: (time: string, left: string) => `You are on a break until ${time}. ${left}`,
    left: (count: number) => (count < 2 ? 'Less than 2 minutes left.' : `About ${count} minutes left.`),
    take: 'Start the break now',
    delay: (length: string) => `Delay by ${length}`,
    without: 'Cancel the break',
    back: 'Come back now',
    backHint: 'Ends your break. You can be offered a conversation again.',
    markWanted: 'Break after this',
    mark: (count: number) => `Break in ${min(count)}`,
    markDue: 'Break due',
  },
  heavy: {
    row: (count: number) =>
      `${count} hard conversations in a row. Others take the next hard ones. You are still offered everything else.`,
    shift: (count: number) =>
      `${count} hard conversations in this shift. Others take the next hard ones until you check in again.`,
  },
  hoursOver: {
    day: 'You have used your hours for today. Thank you. Please rest.',
    week: 'You have used your hours for this week. Thank you. Please rest. If you want to, ask a supervisor to allow more for one day.',
    week_at_most:
      'You have used your hours for this week, and no more can be allowed. Thank you. Please rest.',
  },
  trainingOver: (module: string) =>
    `Your ${module} training has expired, so you are not offered conversations. Ask your supervisor.`,
  trainingMissing: (module: string) =>
    `Your ${module} training is not recorded yet, so you are not offered conversations. Ask your supervisor.`,
  trainingSoon: (module: string, days: number) =>
    days <= 1 ? `Your ${module} training ends tomorrow.` : `Your ${module} training ends in ${days} days.`,
  refresher: (what: string) => `It has been a while. Do this first: ${what}.`,
  menu: 'My day',
  menuLabel: 'My day: breaks, end of shift, my limits',
  wantBreak: 'Break after this conversation',
  wantBreakHint: 'You get no new ones before it. You can cancel it.',
  startBreak: 'Start a break now',
  startBreakHint: 'You can come back at any time.',
  endShift: 'End my shift',
  endShiftHint: 'You keep your current conversations.',
  why: 'My limits',
  whyHint: 'Hours, breaks, quiet time, limits, training.',
  close: 'Close',
  checkOut: {
    title: 'How are you at the end of this shift?',
    lead: 'You can skip this. No one will ask you about it.',
    feelings: { fine: 'Fine', tired: 'Tired', heavy: 'It weighs on me' },
    feeling: 'I am',
    review: 'Looking back (optional)',
    wentWell: 'Something went well',
    passOn: 'I have something to pass on',
    passOnHint: 'For one conversation, write a private note there instead.',
    passOnWords: 'What should supervisors know?',
    passOnWordsHint:
      'All supervisors can read this, with your name. No one else can. It is sealed, and kept until one of them has dealt with it.',
    passOnMissing: 'Write what there is to pass on, in up to 2,000 characters, or clear the box above.',
    wantsContact: 'I would like to talk with my supervisor',
    end: 'End my shift',
    ending: 'Ending…',
    open: 'You keep your conversations until you hand them over or end them.',
  },
  protection: {
    title: 'Your limits',
    lead: 'The service keeps to these limits. No one can switch them off.',
    today: (used: string, most: string) => `Today: on shift for ${used} of ${most} at most.`,
    week: (used: string, most: string) => `Last seven days: ${used} of ${most} at most.`,
    allowed: (name: string, most: string, time: string) => `${name} has allowed up to ${most} until ${time}.`,
    gaps: (inDay: string, overnight: string) =>
      `Between two shifts: at least ${inDay}, and ${overnight} overnight.`,
    break: (length: string, work: string) =>
      `A break of ${length} after each ${work} in conversations. You can delay it once.`,
    rest: ({ quiet, extended, heavy }: Readonly<Record<'quiet' | 'extended' | 'heavy', string>>) =>
      `Quiet time after a conversation: ${quiet}, or ${extended} if you ask. After a hard one: ${heavy}.`,
    heavy: (row: string, shift: string) => `Hard conversations: ${row} in a row, ${shift} in this shift.`,
    of: (count: number, most: number) => `${count} of ${most}`,
    capacity: {
      as_set: (units: string) => `Your capacity is ${units}.`,
      one_at_a_time: () => 'You have one conversation at a time, as you chose at check-in.',
      first_conversations: () =>
        'You have one at a time for your first ten conversations. A supervisor reads along.',
      first_feedback: () =>
        'You have one at a time until each of your first ten conversations has had feedback. A supervisor gives it within seven days.',
      back_after_long: () =>
        'You have one at a time until a supervisor has read along, because you were away for a long time.',
    },
    muted: (topics: string) => `Not in this shift: ${topics}.`,
    training: 'Training',
    valid: (module: string) => `${module}: valid`,
    soon: (module: string, days: number) => `${module}: ${days} days left`,
    over: (module: string) => `${module}: not valid`,
    missing: (module: string) => `${module}: not recorded yet`,
  },
});
