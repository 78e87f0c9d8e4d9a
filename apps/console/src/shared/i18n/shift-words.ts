import { min } from './desk-words';
import { whom } from './handover-words';

export const shiftWords = {
  left: (minutes: number) => `Shift: ${shiftTime(minutes)} left`,
  over: 'Shift over',
  paused: (time: string) => `No new conversations: your shift ends at ${time}.`,
  pausedOver: (time: string) => `No new conversations: your shift ended at ${time}.`,
  pausedMore: 'The ones you have go on.',
  another: 'Start another shift',
  failed: 'That did not work. Your shift is still as shown.',
  due: (minutes: number) => `Your shift ends in ${min(minutes)}. Hand over?`,
  dueOver: 'Your shift is over. Hand over?',
  handOver: (name: string) => `Hand over ${whom(name)}`,
} as const;

const shiftTime = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return min(minutes);
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
};

export const handoverBoardWords = {
  view: 'Handovers',
  title: 'Handovers',
  loading: 'Loading the handovers…',
  open: 'Under way',
  none: 'No handover under way',
  noneMore: 'A handover shows here from the moment it is proposed until a minute after its end.',
  closed: 'Just ended',
  visitor: 'Visitor',
  from: 'From',
  to: 'To',
  state: 'State',
  timeLeft: 'Time left',
  count: 'Handed over before',
  times: (count: number) => (count === 0 ? 'never' : count === 1 ? 'once' : `${count} times`),
  often: 'More than once already',
  anyone: 'Whoever is free',
  anyoneWith: (skill: string) => `Someone with: ${skill}`,
  askedBy: (name: string) => `asked by ${name}`,
  noLimit: '–',
  cold: 'Sender is gone',
  mustLeave: 'Sender has to finish',
  states: {
    proposed: 'Looking for someone',
    offered: 'Asked',
    visitor_asked: 'Visitor is asked',
    joined: 'Both are there',
    control_passed: 'Receiver writes',
    left: 'Done',
    declined: 'Declined',
    expired: 'No answer in time',
    visitor_said_no: 'Visitor stays with the sender',
    cancelled: 'Taken back',
  },
  reasons: {
    withdrawn: 'taken back',
    nobody_free: 'nobody was free',
    not_answered: 'no answer in time',
    visitor_silent: 'no answer from the visitor',
    sender_lost: 'the sender’s line broke',
    receiver_lost: 'the receiver’s line broke',
    taken_over: 'a supervisor took over',
    conversation_ended: 'the conversation ended',
  },
  withdrawOf: (sender: string) => `Take back the handover from ${sender}`,
  acts: 'Acts',
  actsFor: (name: string) => `More for ${whom(name)}`,
  moreWaiting: (time: string) => `More for the person waiting ${time}`,
  more: 'More',
  reassign: 'Hand over to someone else',
  reassignHint: 'They are asked first.',
  reassignTitle: (name: string) => `Hand over ${whom(name)}`,
  reassigned: (sender: string) => `Asked. ${sender} stays until someone else writes.`,
  seeHandovers: 'See it under Handovers',
  takeOver: 'Take over',
  takeOverHint: 'You write at once.',
  takeOverTitle: (name: string) => `Take over ${name === '' ? 'this conversation' : `from ${name}`}?`,
  takeOverLead: (holder: string, name: string) =>
    `You become the one who writes, at once. ${holder} stops writing, and ${whom(name)} is told that you have joined.`,
  takeOverLeadFree: (name: string) =>
    `You become the one who writes, at once, and ${whom(name)} is told that you have joined.`,
  takeOverWhy: 'Why? It is recorded.',
  takeOverReasons: {
    safety: 'For safety',
    responder_gone: 'The responder is gone',
    responder_unwell: 'The responder is not well',
    visitor_asked: 'The visitor asked for it',
    quality: 'For the quality of the conversation',
  },
  takeOverChoose: 'Choose a reason first.',
  takingOver: 'Taking over…',
  gone: 'Not connected',
  handingOver: (state: string) => `Handover: ${state.toLowerCase()}`,
  heldBefore: (name: string) => `Was with ${name}`,
} as const;
