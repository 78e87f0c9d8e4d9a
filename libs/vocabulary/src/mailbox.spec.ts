import { isMailbox } from './mailbox';

it.each(['rae@charity.example', "o'neill+chat@mail.charity.example"])('%s is one mailbox', (text) => {
  expect(isMailbox(text)).toBe(true);
});

it.each([
  'rae',
  'rae@charity',
  'Rae <rae@charity.example>',
  'rae@charity.example, kit@charity.example',
  'rae@charity.example\r\nBcc: kit@charity.example',
  `${'r'.repeat(65)}@charity.example`,
  `rae@${'charity.'.repeat(32)}example`,
])('%j is no mailbox', (text) => {
  expect(isMailbox(text)).toBe(false);
});
