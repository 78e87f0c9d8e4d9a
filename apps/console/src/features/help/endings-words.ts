import type { EndReason } from '@warmline/vocabulary';
import { withIsolatedTexts } from '../../shared/i18n/isolated';
import { min } from '../../shared/i18n/spans';

const HOWS: Readonly<Record<EndReason, string>> = {
  visitor_ended: 'ended the chat',
  quick_exit: 'left by quick exit',
  left_waiting: 'left the queue',
  connection_lost: 'lost the connection',
  responder_ended_agreed: 'left',
  time_limit_agreed: 'left',
  went_quiet: 'left',
  turned_away: 'left',
  nobody_on: 'left',
  safety_action: 'left',
  service_stopped: 'left',
  boundary: 'left',
};

const ago = (minutes: number): string => (minutes < 1 ? 'just now' : `${min(minutes)} ago`);

export const endingsWords = withIsolatedTexts({
  asks: (responder: string, visitor: string, minutes: number) =>
    `${responder} asks to end the conversation with ${visitor}, who is in danger (${ago(minutes)}).`,
  whyUnreadable: 'The reason cannot be shown.',
  wroteSince: (visitor: string) => `${visitor} has written since. Read it, then agree.`,
  agree: 'Agree and end it',
  agreeTo: (responder: string) => `Agree and end it: the question of ${responder}`,
  agreeTitle: (visitor: string) => `End the conversation with ${visitor}?`,
  agreeLead: (responder: string, visitor: string) =>
    `${responder} asks, and ${visitor} is in danger. If you agree, the conversation ends at once and cannot be opened again. ${visitor} reads that it has ended and that they can come back.`,
  agreeing: 'Ending…',
  readFirst: 'Read first',
  notYet: 'Not yet',
  more: (count: number) => (count === 1 ? '1 more after this.' : `${count} more after this.`),
  notYetTitle: (responder: string) => `Tell ${responder} why not yet`,
  notYetLead: 'The conversation goes on. They see your word at the top of it.',
  word: 'What should happen first?',
  wordMissing: 'Say what should happen first, for example “Ask who is with her”.',
  sendNotYet: 'Send “not yet”',
  left: (visitor: string, how: string, minutes: number) =>
    `${visitor} was in danger and ${how} (${ago(minutes)}).`,
  hows: HOWS,
  writeWhat: 'Write what was done.',
  writeUp: 'Write it up',
  writeUpTitle: 'What was done?',
  heldBy: (responder: string) => `${responder} was with them.`,
  nobodyHeld: 'No one had taken them yet.',
  keptAsIs: 'It is kept sealed, with your name. It cannot be changed; more can be added.',
  whatWasDone: 'What was done, and what comes next',
  noteMissing: 'Write what was done, for example “Rang the number they gave. They are at home.”',
  save: 'Save',
});
