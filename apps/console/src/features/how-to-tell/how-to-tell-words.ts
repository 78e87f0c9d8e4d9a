export const howToTellWords = {
  title: 'How shall we tell you?',
  lead: 'When you are in another window, a sound or a system notification can tell you. A notification says “Warmline: one new item” and nothing more.',
  test: 'Turn on sound and play it',
  soundOn: 'Sound is on. Play it again',
  notify: 'Allow notifications',
  notifyOn: 'Notifications are on.',
  notifyRefused: 'Your browser blocks notifications. You can allow them in its settings.',
  done: 'Done',
} as const;
