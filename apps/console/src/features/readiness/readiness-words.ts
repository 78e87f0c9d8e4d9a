import type { ReadinessCheck } from '@warmline/vocabulary';
import { withIsolatedTexts } from '../../shared/i18n/isolated';

const titles: Readonly<Record<ReadinessCheck, string>> = {
  administrators: 'Two administrators',
  second_factors: 'A second factor for everyone',
  hours: 'Opening hours',
  responders: 'Someone who can be offered chats',
  first_shift: 'A supervisor on the first shift',
  numbers: 'Numbers checked',
  wording: 'Wording read',
  on_call: 'An on-call contact',
  test_chat: 'A test chat',
  backup: 'A backup',
};

/** What to do, where it is not done. */
const todo: Readonly<Record<ReadinessCheck, string>> = {
  administrators: 'Invite a second one. If one person leaves or loses everything, the other can help.',
  second_factors: 'Someone has only a password. They are asked for a second factor when they next sign in.',
  hours: 'Say when the chat is open. Without hours it is always open.',
  responders:
    'Invite a responder, and record their safeguarding, data protection and background check. Without them no one is offered a chat.',
  first_shift: 'Plan a shift with a supervisor on it from its first minute.',
  numbers: 'Call or text each number on “Your charity”, and read what the page says about it.',
  wording: 'Read every text that visitors are shown.',
  on_call: 'Say who is told when someone is in danger and no supervisor is connected.',
  test_chat: 'Write to yourself as a visitor, answer, and finish the chat.',
  backup: 'Make a backup and try to restore it. We cannot see backups from here, so tell us when it is done.',
};

export const readinessWords = {
  ...withIsolatedTexts({
    title: 'Ready to open',
    lead: 'What has to be done before visitors come. We check it each time this page opens.',
    loading: 'Checking',
    failed: 'We could not check. Try again.',
    count: (done: number, all: number) => `${done} of ${all} are done.`,
    done: 'Done',
    advised: 'Advised',
    needed: 'Needed before opening',
    notAsked: 'Not asked for in the demo',
    administrators: (count: number) =>
      count === 1 ? 'There is 1 administrator.' : `There are ${count} administrators.`,
    secondFactors: (count: number) => (count === 1 ? '1 person has none.' : `${count} people have none.`),
    firstShift: (when: string) => `The first shift begins ${when}.`,
    responders: (count: number) =>
      count === 0
        ? 'No one can be offered chats yet.'
        : count === 1
          ? '1 person can be offered chats.'
          : `${count} people can be offered chats.`,
    noShift: 'No shift is planned.',
    said: (name: string, when: string) => `${name}, ${when}`,
    outdated: (name: string, when: string) =>
      `${name} confirmed this ${when}. It has changed since, or is too long ago. Look at it again.`,
    goTo: (page: string) => `Go to ${page}`,
    confirm: {
      numbers: 'I have checked every number',
      wording: 'I have read every text',
      backup: 'A backup is made, and I have restored it',
      always_open: 'The chat is always open',
    },
    open: 'Open the chat',
    opening: 'Opening…',
    openLead: 'Visitors can come from then on, by the opening hours and the people on shift.',
    stillNeeded: (list: string) => `The chat cannot open yet. Still needed: ${list}.`,
    openAnyway: 'Open without these?',
    openAnywayLead: (list: string) => `Not done: ${list}. This is recorded with your name.`,
    openAnywayYes: 'Open anyway',
    opened: (when: string) =>
      `The chat was opened ${when}. Supervisors close and open it from the live view.`,
    visitorsOpen: 'Visitors can start a chat now.',
    visitors: {
      closing_soon: 'Visitors are told now that the chat closes soon',
      closed: 'Visitors are told now that the chat is closed',
      at_capacity: 'Visitors are told now that many people need the chat',
      paused: 'Visitors are told now that the chat is not working',
    },
    visitorsWhy: {
      hours: 'by the opening hours.',
      nobody_on: 'because no one is on shift.',
      night: 'because two responders and a supervisor are needed at night.',
      person: 'as a supervisor has set it.',
      long_wait: 'because the wait is too long.',
      not_opened: 'because it was not opened yet.',
      past_closing: 'because a new chat would not end before closing.',
    },
    and: (left: string, right: string) => `${left}, ${right}`,
    openedNow: 'The chat is open to visitors now, by its hours.',
    changed: 'Something has changed. Look at the list again.',
    notAsSeen: 'It has changed since this page opened, so it is not confirmed. Look at it again first.',
    notSaved: 'That did not work. Try again in a moment.',
  }),
  titles,
  todo,
};
