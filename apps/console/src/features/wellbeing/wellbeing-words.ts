import { withIsolatedTexts } from '../../shared/i18n/isolated';
import { moduleName } from '../../shared/i18n/obstacle-words';
import { min } from '../../shared/i18n/spans';

export const wellbeingWords = withIsolatedTexts({
  breakCalled: (name: string) => `${name} has called a break for you. It begins once you talk with nobody.`,
  breakCalledMore: (name: string) => `If it does not fit, tell ${name}.`,
  onCalledBreak: (name: string) => `${name} has called this break for you.`,
  strip: 'Your day',
  module: moduleName,
  checkIn: {
    title: 'OK to take chats today?',
    lead: 'No answer needs a reason, and you can answer anew at any time.',
    answers: {
      yes: 'Yes',
      one_at_a_time: 'Yes, one at a time',
      not_today: 'Not today',
    },
    surge: 'In this shift, one more is all right for me when somebody in danger finds nobody',
    again: 'Check in again',
    busy: 'One moment…',
  },
  betweenShifts: (time: string) =>
    `Your last shift was not long ago. The next one can begin at ${time}; until then the time is yours.`,
  notToday: 'Not today. That is all right. Nothing comes to you.',
  changeMind: 'Answer anew',
  missed:
    'You were set to away: two offers in a row ran out. Nobody lost their place. Is everything all right?',
  back: 'I’m here',
  stop: 'Stop for today',
  contact: {
    want: 'I would like to talk with my supervisor',
    hint: 'What about stays with you.',
    wanted: 'Your supervisor knows that you would like to talk.',
  },
  rest: {
    after_conversation: (time: string) => `Quiet time until ${time}. Nothing comes to you before that.`,
    after_heavy: (time: string) =>
      `That was a lot. Nothing comes to you until ${time}. Your supervisor is glad to talk with you, and you can stop for today without a reason.`,
    after_heavy_wanted: (time: string) =>
      `That was a lot. Nothing comes to you until ${time}. Your supervisor knows that you would like to talk, and you can stop for today without a reason.`,
    extend: (most: string) => `Make it ${most}`,
    mark: (time: string) => `Quiet until ${time}`,
  },
  break: {
    due: (length: string) =>
      `Time for a break of ${length}. It begins once you talk with nobody, and nothing new comes before it.`,
    dueDelayed: 'Your break is due now. It begins once you talk with nobody.',
    wanted: 'Your break begins after this conversation. Nothing new comes before it.',
    on: (time: string, left: string) => `You are on a break until ${time}. ${left}`,
    left: (count: number) => (count < 2 ? 'A moment more.' : `About ${count} minutes more.`),
    take: 'Take it now',
    delay: (length: string) => `In ${length}`,
    without: 'No break after all',
    back: 'Come back now',
    mark: (count: number) => `Break in ${min(count)}`,
    markDue: 'Break due',
    markOn: 'On a break',
  },
  heavy: {
    row: (count: number) =>
      `${count} hard conversations in a row. For now others take those; everything else still comes to you.`,
    shift: (count: number) =>
      `${count} hard conversations in this shift. Others take the next ones until you have checked in again.`,
  },
  hoursOver: {
    day: 'Your hours for today are used up. Thank you; please rest.',
    week: 'Your hours for this week are used up. Thank you; please rest. A supervisor can allow more for a day, if you would like that.',
    week_at_most: 'Your hours for this week are used up, and nobody can allow more. Thank you; please rest.',
  },
  trainingOver: (module: string) =>
    `${module} training has lapsed, so nothing is offered to you. Your supervisor can help.`,
  trainingSoon: (module: string, days: number) =>
    days <= 1 ? `${module} training ends tomorrow.` : `${module} training ends in ${days} days.`,
  refresher: (what: string) => `It has been a while: ${what} comes first, then conversations.`,
  menu: 'My day',
  menuLabel: 'My day: breaks, end of shift, what protects me',
  wantBreak: 'Break after this conversation',
  wantBreakHint: 'Now, if you talk with nobody.',
  endShift: 'End my shift',
  endShiftHint: 'What you hold stays yours.',
  why: 'What protects me now',
  whyHint: 'Hours, breaks, quiet time, limits, training.',
  close: 'Close',
  checkOut: {
    title: 'How are you at the end of this shift?',
    lead: 'One tap, or none. Nobody asks you to tell it again.',
    feelings: { fine: 'Fine', tired: 'Tired', heavy: 'It weighs on me' },
    feeling: 'I am',
    review: 'A look back, if you like',
    wentWell: 'Something went well',
    passOn: 'There is something to pass on',
    wantsContact: 'I would like to talk with my supervisor',
    end: 'End my shift',
    ending: 'Ending…',
    open: 'The conversations you hold stay yours until you hand them over or end them.',
  },
  protection: {
    title: 'What protects you now',
    lead: 'The service keeps these for you. Nobody can switch them off.',
    today: (used: string, most: string) => `Today: ${used} of at most ${most} on shift.`,
    week: (used: string, most: string) => `These seven days: ${used} of at most ${most}.`,
    allowed: (name: string, most: string, time: string) => `${name} has allowed up to ${most} until ${time}.`,
    gaps: (inDay: string, overnight: string) =>
      `Between two shifts at least ${inDay}, and ${overnight} overnight.`,
    break: (length: string, work: string) =>
      `A break of ${length} after each ${work} of open conversation. You can put it off once.`,
    rest: ({ quiet, extended, heavy }: Readonly<Record<'quiet' | 'extended' | 'heavy', string>>) =>
      `Quiet after every conversation: ${quiet}, or ${extended} if you ask; ${heavy} after a hard one.`,
    heavy: (row: string, shift: string) => `Hard conversations: ${row} in a row, ${shift} in this shift.`,
    of: (count: number, most: number) => `${count} of ${most}`,
    capacity: {
      as_set: (units: string) => `You can hold ${units} at once.`,
      one_at_a_time: () => 'You hold one at a time, as you said at check-in.',
      first_conversations: () =>
        'One at a time for your first ten conversations. A supervisor reads along with them.',
      back_after_long: () =>
        'One at a time until a supervisor has read along with a conversation: you were away for long.',
    },
    muted: (topics: string) => `Not in this shift: ${topics}.`,
    training: 'Training',
    valid: (module: string) => `${module}: valid`,
    soon: (module: string, days: number) => `${module}: ${days} days left`,
    over: (module: string) => `${module}: lapsed`,
    missing: (module: string) => `${module}: not passed yet`,
  },
});
