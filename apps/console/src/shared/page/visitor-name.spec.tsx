import { screen } from '@testing-library/react';
import { aHelpCall } from '../../testing/a-help-view';
import {
  aHandover,
  aLiveView,
  anItem,
  aMessage,
  aRunning,
  JO,
  ROBIN,
  SAM,
  START,
} from '../../testing/builders';
import { openSignedIn } from '../../testing/open-console';

/** A name that a colleague might have. */
const NAME = 'Supervisor Ana';
const named = { visitorName: NAME };

/** Everywhere the name is by itself, with what is beside it. */
const shown = async (): Promise<string[]> => {
  const names = await screen.findAllByText(NAME, { selector: 'bdi' });
  return names.map((name) => name.parentElement?.parentElement?.textContent ?? '');
};
const isMarked = (around: string): boolean => around.includes(`${NAME} Visitor`);

describe('a visitor who calls themselves like a colleague', () => {
  it('is marked as a visitor on the list of conversations, in the header and at each message', async () => {
    await openSignedIn('responder', (service) => {
      service.timelines.set(ROBIN, [aMessage(1, 'visitor', 'hello')]);
      service.changeDesk({ caseload: [anItem({ head: 1, ...named })] });
    });
    await screen.findByText('hello');
    const names = await shown();
    expect(names.length).toBe(3);
    expect(names.map((around) => [around, isMarked(around)])).toEqual(names.map((around) => [around, true]));
  });

  it('is marked as a visitor while a conversation is handed over to this person', async () => {
    const handover = aHandover({ sender: JO, receiver: { id: SAM.id, name: SAM.name }, ...named });
    const { happens, service } = await openSignedIn('responder', (service) => {
      service.timelines.set(ROBIN, [aMessage(1, 'visitor', 'hello')]);
      service.changeDesk({ handovers: [handover] });
    });
    expect((await shown()).filter(isMarked)).toHaveLength(1);
    await happens(() =>
      service.changeDesk({ handovers: [{ ...handover, state: 'joined', expiresAt: null }] }),
    );
    const names = await shown();
    expect(names.length).toBeGreaterThanOrEqual(2);
    expect(names.filter(isMarked)).toEqual(names);
  });

  it('is marked as a visitor in the live view, its handovers, its calls, and while reading along', async () => {
    const { user, happens, service } = await openSignedIn('supervisor', (service) => {
      const { brief: _, receiverHasWritten: __, visitorName: ___, language: ____, ...summary } = aHandover();
      service.timelines.set(ROBIN, [aMessage(1, 'visitor', 'hello')]);
      service.board = aLiveView({ conversations: [aRunning(named)], handovers: [summary] });
    });
    const responder = { id: SAM.id, name: SAM.name };
    await happens(() =>
      service.changeHelp({
        calls: [aHelpCall(named)],
        unanswered: [{ conversationId: ROBIN, responder, since: START, ...named }],
      }),
    );
    const names = await shown();
    expect(names).toHaveLength(2);
    expect(names.filter(isMarked)).toEqual(names);
    const [read] = screen.getAllByRole('button', { name: `Read along with ${NAME}` });
    await user.click(read as HTMLElement);
    await user.click(await screen.findByRole('button', { name: 'Open to read' }));
    const title = await screen.findByRole('heading', { name: `Reading along: ${NAME}` });
    expect(title.parentElement?.textContent).toContain(`${NAME} Visitor`);
    await user.click(screen.getByRole('link', { name: /Handovers/ }));
    const table = await screen.findByRole('group', { name: 'Handovers' });
    expect(isMarked(table.textContent ?? '')).toBe(true);
  });
});

it('a visitor without a name is called Visitor once, by an alias', async () => {
  await openSignedIn('responder', (service) =>
    service.changeDesk({ caseload: [anItem({ visitorName: '' })] }),
  );
  const [name] = await screen.findAllByText(/^Visitor, /, { selector: 'bdi' });
  expect(name?.parentElement?.textContent).toMatch(/^Visitor, [a-z]+ \d\d$/);
});
