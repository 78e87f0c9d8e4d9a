import { screen, within } from '@testing-library/react';
import { expectNoBarriers } from '../../testing/barriers';
import { aDesk, ANA, anItem, aSafety, MINUTE, START } from '../../testing/builders';
import { openSignedIn } from '../../testing/open-console';

const inDanger = aSafety({ answer: 'not_safe_now' });
const unanswered = { lastVisitorMessageAt: START - MINUTE, lastResponderMessageAt: START - 2 * MINUTE };
const banner = () => screen.queryByRole('region', { name: 'A person in danger waits for you' });
const open = (item: ReturnType<typeof anItem>) =>
  openSignedIn('supervisor', (prepared) =>
    prepared.changeDesk(aDesk({ me: { ...ANA, availability: 'available' }, caseload: [item] })),
  );

describe('a visitor in danger who waits for their responder', () => {
  it('[SAF1] is told on every other page, with the way to answer, and marked beside My desk', async () => {
    const { user } = await open(anItem({ safety: inDanger, ...unanswered }));
    for (const page of ['Queue', 'People', 'Handovers']) {
      await user.click(await screen.findByRole('link', { name: page }));
      await screen.findByRole('heading', { name: page, level: 1 });
      const told = await screen.findByRole('region', { name: 'A person in danger waits for you' });
      expect(within(told).getByRole('alert').textContent).toContain('waits for you to write');
    }
    expect(
      screen.getByRole('link', { name: /^My desk.*Someone in danger waits for your reply$/ }),
    ).toBeInstanceOf(HTMLElement);
    await expectNoBarriers();
    await user.click(screen.getByRole('button', { name: 'Answer now' }));
    await screen.findByRole('region', { name: 'Conversation with Robin' });
    expect(banner()).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /Robin/ }));
  });

  it('[SAF1] is told too of one who has written nothing, until the first word', async () => {
    await open(anItem({ safety: inDanger }));
    expect(await screen.findByRole('region', { name: 'A person in danger waits for you' })).toBeInstanceOf(
      HTMLElement,
    );
  });

  it.each([
    ['is not in danger', anItem({ ...unanswered })],
    ['has a reply', anItem({ safety: inDanger, ...unanswered, lastResponderMessageAt: START })],
  ])('[SAF1] is not told of where the visitor %s', async (_, item) => {
    await open(item);
    await screen.findByRole('heading', { name: 'Live view', level: 1 });
    expect(await screen.findByRole('link', { name: 'My desk' })).toBeInstanceOf(HTMLElement);
    expect(banner()).toBeNull();
  });
});
