import { withIsolatedTexts } from '../../shared/i18n/isolated';

export const handoverReceiveWords = withIsolatedTexts({
  firstOf: (name: string, which: string, of: number) => `${name} is new: the ${which} of their first ${of}`,
  title: (sender: string) => `${sender} asks you to take over`,
  titleCold: (name: string) => `Someone is needed for ${name}`,
  askedBy: (by: string) => `Asked by ${by}`,
  announce: (sender: string, band: string) =>
    `${sender} asks you to take over a conversation: ${band}. Alt A accepts, Alt D declines.`,
  announceElsewhere: (sender: string, band: string) =>
    `${sender} asks you to take over a conversation: ${band}. It is on your desk.`,
  pageTitle: 'You are asked to take over',
  see: 'See the handover',
  whatNext: (name: string, sender: string) =>
    `If you accept, we ask ${name}. ${sender} keeps writing until you take over.`,
  whatNextMustLeave: (name: string, sender: string) =>
    `If you accept, we tell ${name} that ${sender} has to finish. ${sender} keeps writing until you take over.`,
  whatNextCold: (sender: string) =>
    `${sender} has lost the connection. If you accept, you start writing at once.`,
  noReason: 'You don’t need a reason to decline. No one is left alone if you do.',
  visitor: 'Visitor',
  mustLeave: (sender: string) => `${sender} has to finish`,
  coming: 'Handover',
  comingState: (sender: string) => `From ${sender}`,
  leavingState: (receiver: string) => `${receiver} writes now`,
  overState: 'Handed over',
  brief: (sender: string) => `Brief from ${sender}`,
  briefEmpty: 'Nothing written',
  briefUnreadable: 'This brief cannot be opened. Ask the person who wrote it, and read the conversation.',
  haveRead: 'I’ve read this',
  readOn: 'Read the brief to its end first: scroll down, or press the arrow keys.',
  read: 'Read',
  asked: (name: string, sender: string) =>
    `We’ve asked ${name}. ${sender} is still writing. You can read the conversation once ${name} says yes.`,
  joined: (name: string, sender: string) =>
    `You have joined, and ${name} has been told. ${sender} is still writing and will introduce you.`,
  joinedMustLeave: (name: string, sender: string) =>
    `You have joined, and ${name} was told that ${sender} has to finish. ${sender} is still writing.`,
  takeControl: 'Take over writing',
  taking: 'Taking over…',
  takeFirst: 'Read the brief first, then press “I’ve read this”.',
  takeWait: 'You can write when the visitor has answered.',
  takeReady: (sender: string) => `You will be writing, and ${sender} can still read.`,
  overlap: (sender: string) => `You’re replying now and ${sender} can still read.`,
  overlapUntil: (name: string, sender: string) => `Press “${name} is settled” and ${sender} leaves.`,
  settleFirst: 'Write something first.',
  settle: (name: string) => `${name} is settled`,
  settling: 'Telling…',
  cold: (sender: string) => `You’re replying now. ${sender} is no longer connected.`,
  leaving: (receiver: string, name: string) =>
    `${receiver} is writing now. You can read until ${name} is settled.`,
  over: (receiver: string, name: string) => `You have left. ${receiver} is with ${name} now.`,
  overMore: 'Thank you for staying until they were looked after.',
  kept: 'You did not send this. It will not be sent, but you can copy it.',
  writing: (name: string) => `${name} is writing…`,
  readOnly: (name: string) => `Conversation with ${name}, read only`,
});
