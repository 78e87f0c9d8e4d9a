import { min } from './desk-words';

/** Where a visitor gave no name. */
export const whom = (name: string): string => name || 'the visitor';
export const atStart = (name: string): string => name || 'The visitor';

const people = (count: number): string => (count === 1 ? '1 free now' : `${count} free now`);

export const handoverFormWords = {
  tab: 'Hand over',
  title: (name: string) => `Hand over ${whom(name)}`,
  lead: (name: string) =>
    `${atStart(name)} stays with you until someone else writes. They are asked first, and so is ${whom(name)}.`,
  leadCold: (sender: string) =>
    `${sender} is not connected. Whoever accepts writes at once, with your brief in front of them.`,
  leadForOthers: (sender: string) => `${sender} holds this and goes on writing until someone else does.`,
  to: 'Who should be asked?',
  toPerson: 'A person',
  toSkill: 'Someone with a skill',
  toQueue: 'Whoever is free',
  person: 'Person',
  skill: 'Skill',
  standing: {
    free: 'free now',
    absent: 'not connected',
    away: 'away',
    full: 'no room right now',
    being_asked: 'being asked right now',
  },
  with: (skills: string) => skills,
  free: people,
  noneFree: 'nobody free now; someone is asked as soon as they can be',
  queueHint: (free: number) =>
    free === 0
      ? 'Nobody is free right now. Someone is asked as soon as they can be, for up to 10 minutes.'
      : `${people(free)}. The one who has been free longest is asked first.`,
  looking: 'Looking who is there…',
  lookFailed: 'Who is there could not be read. You can still ask whoever is free.',
  nobody: 'There is nobody else at this service yet.',
  noSkills: 'No skills are recorded for anyone yet.',
  brief: 'What they need to know',
  briefHint: 'Only the next person reads this. Needed: the situation and the request.',
  situation: 'Situation',
  situationHint: 'One line: who, and what it is about.',
  background: 'Background',
  backgroundHint: 'What matters, in their own words.',
  safety: 'Safety',
  safetyHint: 'What was asked and said, what was agreed, who knows.',
  request: 'Request',
  requestHint: 'What is needed next.',
  required: (label: string) => `${label} (needed)`,
  left: (count: number) => `${count} characters left.`,
  over: (count: number) => `${count} characters too many.`,
  situationMissing: 'Say in a line what it is about.',
  requestMissing: 'Say what is needed next.',
  tooLong: 'One part of the brief is too long.',
  targetMissing: 'Choose who should be asked.',
  mustLeave: 'I have to finish',
  mustLeaveOther: (sender: string) => `${sender} has to finish`,
  mustLeaveHint: (name: string) =>
    `${atStart(name)} is told that someone else is coming, and not asked. Only where staying is not possible.`,
  propose: 'Ask to take over',
  proposing: 'Asking…',
  again: 'Ask someone else',
  prefill: {
    situation: (facts: readonly string[]) => facts.join(' · '),
    hereFor: (minutes: number) => `here for ${min(minutes)}`,
    wrote: (name: string) => `${atStart(name)} wrote:`,
    quote: (text: string) => `“${text}”`,
    safety: (band: string) => `Answer order: ${band}.`,
  },
} as const;

export const handoverStepWords = {
  title: 'Handing over',
  seeSteps: 'See the steps',
  titleTo: (receiver: string) => `Handing over to ${receiver}`,
  looking: 'Looking for someone who is free',
  lookingWith: (skill: string) => `Looking for someone free: ${skill}`,
  asking: (receiver: string) => `Asking ${receiver}`,
  asked: (receiver: string) => `${receiver} was asked`,
  askedSomeone: 'Someone is asked',
  accepts: (receiver: string | null) => `${receiver ?? 'They'} accept${receiver === null ? '' : 's'}`,
  accepted: (receiver: string) => `${receiver} accepted`,
  visitorAsks: (name: string) => `${atStart(name)} is asked`,
  visitorTells: (name: string) => `${atStart(name)} is told`,
  visitorAsking: (name: string) => `Asking ${whom(name)}`,
  visitorAgreed: (name: string) => `${atStart(name)} said yes`,
  visitorTold: (name: string) => `${atStart(name)} was told`,
  joins: (receiver: string | null) => `${receiver ?? 'The next person'} joins`,
  joined: (receiver: string) => `${receiver} has joined`,
  writes: (receiver: string | null) => `${receiver ?? 'The next person'} writes`,
  takesOver: (receiver: string | null) => `${receiver ?? 'The next person'} takes over writing`,
  writesNow: (receiver: string) => `${receiver} writes`,
  leaves: (sender: string | null) => (sender === null ? 'You leave' : `${sender} leaves`),
  left: (sender: string | null) => (sender === null ? 'You have left' : `${sender} has left`),
  introduce: (receiver: string) =>
    `You still write. Introduce ${receiver}; they take over when they are ready.`,
  reads: (receiver: string) => `${receiver} is reading the brief.`,
  hasRead: (receiver: string) => `${receiver} has read the brief.`,
  silence: (name: string) => `No answer from ${whom(name)} means: stay with you.`,
  stays: 'Until someone else writes, nothing changes: go on as you are.',
  states: { done: 'done', now: 'now', todo: 'still to come' },
  time: {
    minutes: (count: number) => `about ${count} minutes left`,
    minute: 'about a minute left',
    half: 'about half a minute left',
    soon: 'a few seconds left',
    over: 'the time is over',
  },
  withdraw: 'Take it back',
  withdrawTitle: 'Take the handover back?',
  withdrawLead: (sender: string | null) =>
    `Nobody is asked any more. The conversation stays with ${sender ?? 'you'}.`,
  withdrawLeadJoined: (receiver: string) => `${receiver} is told and leaves again.`,
  withdrawing: 'Taking back…',
  keep: 'Let it go on',
} as const;

const staysWithYou = 'The conversation stays with you.';

export const handoverEndWords = {
  declined: (receiver: string) => `${receiver} cannot take this right now. ${staysWithYou}`,
  notAnswered: (receiver: string) => `${receiver} did not answer in time. ${staysWithYou}`,
  nobodyFree: `Nobody became free in time. ${staysWithYou}`,
  visitorNo: (name: string) => `${atStart(name)} would rather stay with you.`,
  visitorSilent: (name: string) => `${atStart(name)} gave no answer, and that means: stay. ${staysWithYou}`,
  withdrawn: `The handover was taken back. ${staysWithYou}`,
  withdrawnBy: (by: string) => `${by} took the handover back. ${staysWithYou}`,
  receiverLost: (receiver: string) => `${receiver}’s line broke. ${staysWithYou}`,
  otherwise: `The handover has ended. ${staysWithYou}`,
  toReceiver: {
    visitorNo: (name: string, sender: string) => `${atStart(name)} would rather stay with ${sender}.`,
    visitorSilent: (name: string, sender: string) =>
      `${atStart(name)} gave no answer, so ${sender} stays with them.`,
    withdrawn: (sender: string) => `The handover was taken back; ${sender} stays. Thank you for being there.`,
    notAnswered: (sender: string) =>
      `The time to answer ran out. ${sender} stays with them; nobody is left alone.`,
    ended: 'The conversation has ended, so there is nothing to take over.',
    otherwise: (sender: string) => `The handover from ${sender} is over. There is nothing you need to do.`,
  },
} as const;

export const handoverReceiveWords = {
  title: (sender: string) => `${sender} asks you to take over`,
  titleCold: (name: string) => `Someone is needed for ${whom(name)}`,
  askedBy: (by: string) => `Asked by ${by}`,
  announce: (sender: string, band: string) =>
    `${sender} asks you to take over a conversation: ${band}. Alt A accepts, Alt D declines.`,
  announceElsewhere: (sender: string, band: string) =>
    `${sender} asks you to take over a conversation: ${band}. It is on your desk.`,
  pageTitle: 'You are asked to take over',
  see: 'See the handover',
  whatNext: (name: string, sender: string) =>
    `If you accept, ${whom(name)} is asked. ${sender} goes on writing until you take over.`,
  whatNextMustLeave: (name: string, sender: string) =>
    `If you accept, ${whom(name)} is told that ${sender} has to finish. ${sender} writes until you take over.`,
  whatNextCold: (sender: string) => `${sender} is gone: if you accept, you write at once.`,
  noReason: 'Declining needs no reason. Nobody is left alone by it.',
  visitor: 'Visitor',
  mustLeave: (sender: string) => `${sender} has to finish`,
  coming: 'Handover',
  comingState: (sender: string) => `From ${sender}`,
  leavingState: (receiver: string) => `${receiver} writes now`,
  overState: 'Handed over',
  brief: (sender: string) => `Brief from ${sender}`,
  briefEmpty: 'Nothing written',
  haveRead: 'I’ve read this',
  read: 'Read',
  asked: (name: string, sender: string) => `We’ve asked ${whom(name)}. ${sender} still writes.`,
  joined: (name: string, sender: string) =>
    `You have joined, and ${whom(name)} knows it. ${sender} still writes and introduces you.`,
  joinedMustLeave: (name: string, sender: string) =>
    `You have joined, and ${whom(name)} was told that ${sender} has to finish. ${sender} still writes.`,
  takeControl: 'Take over writing',
  taking: 'Taking over…',
  takeFirst: 'First read the brief and say so.',
  takeWait: 'You can write as soon as the visitor has answered.',
  takeReady: (sender: string) => `From then on you write, and ${sender} reads along.`,
  overlap: (sender: string) => `You write now. ${sender} still reads along.`,
  overlapUntil: (name: string) => `They leave when you say that ${whom(name)} is settled, or by themselves.`,
  settleFirst: 'Write something first.',
  settle: (name: string) => `${atStart(name)} is settled`,
  settling: 'Telling…',
  cold: (sender: string) => `You write now. ${sender} is not connected any more.`,
  leaving: (receiver: string, name: string) =>
    `${receiver} is writing now. You can read along until ${whom(name)} is settled.`,
  over: (receiver: string, name: string) => `You have left. ${receiver} is with ${whom(name)} now.`,
  overMore: 'Thank you for staying until they were looked after.',
  kept: 'Words you had not sent. They are not sent any more; you can copy them.',
  writing: (name: string) => `${name} is writing…`,
  readOnly: (name: string) => `Conversation with ${whom(name)}, read only`,
} as const;
