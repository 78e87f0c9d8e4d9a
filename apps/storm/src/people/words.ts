import { between, oneOf, type Random } from './seeded-random';

const SAYINGS = [
  'I don’t know where to begin.',
  'It has been like this for weeks.',
  'Thank you for being here.',
  'What would help you tonight?',
  'Mae’n anodd siarad am hyn.',
  'أنا هنا معك',
  '🙂',
  'That sounds heavy to carry.',
];

let said = 0;

/** A text nobody else ever writes: what is stored, read and sent can be told apart for certain. */
export const newBody = (random: Random): string => {
  said += 1;
  const tail = random() < 0.02 ? '.'.repeat(between(random, 100, 3_000)) : '';
  return `#${said.toString(36)}-${Math.floor(random() * 2 ** 32).toString(36)} ${oneOf(random, SAYINGS) ?? ''}${tail}`;
};
