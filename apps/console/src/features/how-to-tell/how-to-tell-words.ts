export const howToTellWords = {
  title: 'How shall we tell you?',
  lead: 'For when you look elsewhere. A notification says only “Warmline: one new item”.',
  test: 'Turn on sound and play it',
  soundOn: 'Sound is on. Play it again',
  notify: 'Allow notifications',
  notifyOn: 'Notifications are on.',
  notifyRefused: 'Your browser blocks notifications. You can allow them in its settings.',
  done: 'Done',
} as const;
