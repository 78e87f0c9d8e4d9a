import { withIsolatedTexts } from '../../shared/i18n/isolated';

export const overviewWords = withIsolatedTexts({
  title: 'All of set up',
  lead: 'What you decide for your charity, by task.',
  opening: 'Your service',
  saying: 'What we say and point to',
  routing: 'How chats are shared out',
  access: 'Accounts and roles',
  help: 'Calling for help',
});
