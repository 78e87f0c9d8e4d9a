import type { SetupListName } from '@warmline/vocabulary';
import { accessWords } from '../../features/access/access-words';
import { matrixWords } from '../../features/access/matrix-words';
import { charityWords } from '../../features/charity/charity-words';
import { inviteWords } from '../../features/invites/invite-words';
import { onCallWords } from '../../features/on-call/on-call-words';
import { readinessWords } from '../../features/readiness/readiness-words';
import { hoursWords } from '../../features/setup/hours/hours-words';
import { moveWords } from '../../features/setup/move/move-words';
import { peopleWords } from '../../features/setup/people/people-words';
import { rotaWords } from '../../features/setup/rota/rota-words';
import { setupWords } from '../../features/setup/setup-words';
import { singleSignOnWords } from '../../features/single-sign-on/single-sign-on-words';
import { testChatWords } from '../../features/test-chat/test-chat-words';
import { wallLinksWords } from '../../features/wall-links/wall-links-words';
import { overviewWords } from './overview-words';

type OwnRoute = `/setup/${
  | 'ready'
  | 'charity'
  | 'open'
  | 'team'
  | 'week'
  | 'test-chat'
  | 'accounts'
  | 'access'
  | 'roles'
  | 'single-sign-on'
  | 'on-call'
  | 'wall-links'
  | 'move'}`;

/** A page of the set-up. `at`: the last part of its address. */
export interface SetupPageLink {
  readonly to: OwnRoute | '/setup/$list';
  readonly at: string;
  readonly title: string;
  readonly lead: string;
}

export interface SetupGroup {
  readonly title: string;
  readonly pages: readonly SetupPageLink[];
}

const list = (at: SetupListName): SetupPageLink => {
  const { title, lead } = setupWords.lists[at];
  return { to: '/setup/$list', at, title, lead };
};

/** Every page of the set-up by task, in the order in which a new charity needs them. Lists that have a page of their own are reached from it. */
export const SETUP_GROUPS: readonly SetupGroup[] = [
  {
    title: overviewWords.opening,
    pages: [
      { to: '/setup/ready', at: 'ready', title: readinessWords.title, lead: readinessWords.lead },
      { to: '/setup/charity', at: 'charity', title: charityWords.title, lead: charityWords.lead },
      { to: '/setup/open', at: 'open', title: hoursWords.title, lead: hoursWords.lead },
      { to: '/setup/team', at: 'team', title: peopleWords.title, lead: peopleWords.lead },
      { to: '/setup/week', at: 'week', title: rotaWords.title, lead: rotaWords.lead },
      { to: '/setup/test-chat', at: 'test-chat', title: testChatWords.title, lead: testChatWords.lead },
      { to: '/setup/move', at: 'move', title: moveWords.title, lead: moveWords.lead },
    ],
  },
  {
    title: overviewWords.saying,
    pages: [list('wording'), list('starters'), list('resources')],
  },
  {
    title: overviewWords.routing,
    pages: [list('words'), list('topics'), list('skills'), list('limits'), list('service')],
  },
  {
    title: overviewWords.access,
    pages: [
      { to: '/setup/accounts', at: 'accounts', title: inviteWords.title, lead: inviteWords.lead },
      { to: '/setup/access', at: 'access', title: accessWords.title, lead: accessWords.lead },
      { to: '/setup/roles', at: 'roles', title: matrixWords.title, lead: matrixWords.lead },
      {
        to: '/setup/single-sign-on',
        at: 'single-sign-on',
        title: singleSignOnWords.title,
        lead: singleSignOnWords.lead,
      },
    ],
  },
  {
    title: overviewWords.help,
    pages: [
      { to: '/setup/on-call', at: 'on-call', title: onCallWords.title, lead: onCallWords.lead },
      { to: '/setup/wall-links', at: 'wall-links', title: wallLinksWords.title, lead: wallLinksWords.lead },
    ],
  },
];
