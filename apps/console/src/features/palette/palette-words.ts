import { withIsolatedTexts } from '../../shared/i18n/isolated';

export const paletteWords = withIsolatedTexts({
  title: 'Find anything',
  search: 'Search pages, conversations, actions, starters and resources',
  placeholder: 'Type a few letters',
  results: 'Results',
  none: 'Nothing matches your search. Try fewer letters.',
  more: 'Type to find starters, resources and people too.',
  opening: 'Opening the search…',
  groups: {
    conversations: 'My conversations',
    actions: (name: string) => `With ${name}`,
    me: 'Me and this page',
    pages: 'Pages',
    people: 'People',
    starters: 'Starters: put in reply',
    resources: 'Resources: put in reply',
    resourcesToRead: 'Resources',
  },
  wrapUp: 'Wrap-up to finish',
  goToWrapUp: 'Go to the wrap-up',
  available: 'Set my status to Available',
  away: 'Set my status to Away',
});
