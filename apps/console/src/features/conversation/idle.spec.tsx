import { screen } from '@testing-library/react';
import type { Wellbeing } from '@warmline/contracts';
import { aWellbeing, SAM, START } from '../../testing/builders';
import { openSignedIn } from '../../testing/open-console';

const open = (over: Partial<Wellbeing>, availability: 'available' | 'away' = 'available') =>
  openSignedIn('responder', (service) =>
    service.changeDesk({ me: { ...SAM, availability }, wellbeing: aWellbeing(over) }),
  );
const said = () => screen.findByText('You are not in a conversation');
const available = () => screen.queryByText(/You will be offered someone when it is your turn/);
const obstacle = (reason: Wellbeing['obstacles'][number]['reason']) => ({
  reason,
  until: START,
  lacks: null,
});

describe('a desk with nobody on it', () => {
  it('an empty desk says that offers come only when they can', async () => {
    await open({});
    await said();
    expect(available()).toBeInstanceOf(HTMLElement);
  });

  it.each<[string, Partial<Wellbeing>, RegExp]>([
    [
      'the check-in is unanswered',
      { shift: null, obstacles: [obstacle('not_checked_in')] },
      /Answer the question above first/,
    ],
    [
      'the hours are used up',
      { shift: null, obstacles: [obstacle('hours_over')] },
      /You are not being offered/,
    ],
    ['the gap lasts', { shift: null, obstacles: [obstacle('between_shifts')] }, /You are not being offered/],
    [
      'a cool-down lasts',
      { obstacles: [obstacle('cool_down')] },
      /You are not being offered conversations right now/,
    ],
  ])('an empty desk says why no offers come while %s', async (_, day, words) => {
    await open(day);
    await said();
    expect(available()).toBeNull();
    expect(screen.getByText(words)).toBeInstanceOf(HTMLElement);
  });

  it('an empty desk tells a person who is away how to get offers again', async () => {
    await open({}, 'away');
    expect(await screen.findByText(/You are away\. Choose/)).toBeInstanceOf(HTMLElement);
  });
});
