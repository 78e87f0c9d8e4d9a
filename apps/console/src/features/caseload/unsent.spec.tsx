import { screen } from '@testing-library/react';
import { anItem, id, KIM, ROBIN, SAM } from '../../testing/builders';
import { openSignedIn } from '../../testing/open-console';

const outbox = (conversationId: string): string => `warmline.unsent.${SAM.id}.${conversationId}`;
const kept = (conversationId: string, body: string): Readonly<Record<string, string>> => ({
  [outbox(conversationId)]: JSON.stringify([{ id: id(900), body }]),
});

describe('a reply that a reload kept', () => {
  it('[MSG5] an unsent reply goes out by itself while the person holds the conversation', async () => {
    const { service } = await openSignedIn(
      'responder',
      (prepared) => prepared.changeDesk({ caseload: [anItem()] }),
      kept(ROBIN, 'written before the reload'),
    );
    await screen.findByText('Sent');
    expect(service.of('message:send')).toMatchObject([{ id: id(900), body: 'written before the reload' }]);
    expect(screen.queryByRole('heading', { name: 'Not sent' })).toBeNull();
  });

  it('an unsent reply can be dismissed, and is never sent, when someone else holds the conversation', async () => {
    const { user, service } = await openSignedIn(
      'responder',
      (prepared) => prepared.changeDesk({ caseload: [anItem()] }),
      kept(KIM, 'for Kim'),
    );
    expect(await screen.findByRole('heading', { name: 'Not sent' })).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('for Kim').tagName).toBe('BLOCKQUOTE');
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText('for Kim')).toBeNull();
    expect(sessionStorage.getItem(outbox(KIM))).toBeNull();
    expect(service.of('message:send')).toEqual([]);
  });

  it('[ASG2] an unsent reply says it was not sent when someone else holds the conversation', async () => {
    const { service } = await openSignedIn(
      'responder',
      (prepared) => {
        prepared.refusals.set('message:send', 'stale_epoch');
        prepared.changeDesk({ caseload: [anItem()] });
      },
      kept(ROBIN, 'too late'),
    );
    expect(await screen.findByText('Not sent: someone else had this conversation then.')).toBeInstanceOf(
      HTMLElement,
    );
    expect(screen.getByRole('button', { name: 'Copy' })).toBeInstanceOf(HTMLElement);
    expect(service.of('message:send')).toHaveLength(1);
  });
});
