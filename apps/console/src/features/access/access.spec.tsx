import { screen, within } from '@testing-library/react';
import type { AccessProposal, AccessWaiting, AgreedAccess } from '@warmline/contracts';
import type { Refusal } from '@warmline/vocabulary';
import type { ConsoleParts, HttpReply } from '../../shared/page/parts';
import { expectNoBarriers } from '../../testing/barriers';
import { ANA, id, KIT, START } from '../../testing/builders';
import { FakeService } from '../../testing/fake-service';
import { httpAnswer } from '../../testing/http-answer';
import { openConsole } from '../../testing/open-console';

const aProposal = (over: Partial<AccessProposal> = {}): AccessProposal => ({
  id: id(80),
  kind: 'access',
  signInName: 'sam',
  name: 'Sam',
  from: { role: 'responder', furtherRoles: [], active: true },
  to: { role: 'supervisor', furtherRoles: ['auditor'], active: true },
  by: 'Rosa',
  proposedAt: START,
  expiresAt: START + 72 * 3_600_000,
  reader: 'second',
  ...over,
});

/** Answers what the test put there, and keeps what was asked. */
class AccessService extends FakeService {
  agreed: (AgreedAccess | Refusal)[] = [];
  recovered = httpAnswer(404, { refusal: 'not_found' });
  readonly sent: string[] = [];

  override get parts(): Pick<ConsoleParts, 'fetch' | 'makeWire'> {
    const usual = super.parts;
    return {
      ...usual,
      fetch: (path, request) =>
        path.startsWith('/api/access/') && request?.method === 'POST'
          ? Promise.resolve(this.#answer(path, request))
          : usual.fetch(path, request),
    };
  }

  #none(): AccessWaiting {
    const none = { waiting: [], agreed: [] };
    this.plain['/api/access'] = none;
    return none;
  }

  #answer(path: string, request?: RequestInit): HttpReply {
    this.sent.push(`${path} ${typeof request?.body === 'string' ? request.body : ''}`);
    if (path.endsWith('/recovery')) return this.recovered;
    if (path.endsWith('/decline')) return httpAnswer(200, this.#none());
    const answer = this.agreed.shift() ?? ({ outcome: 'agreed', invite: null, ...this.#none() } as const);
    return typeof answer === 'string' ? httpAnswer(409, { refusal: answer }) : httpAnswer(200, answer);
  }
}

const openAs = (staff: typeof ANA, address: string, prepare: (service: AccessService) => void = () => {}) => {
  const service = new AccessService();
  service.session = { staff };
  service.plain['/api/access'] = { waiting: [aProposal()], agreed: [] };
  prepare(service);
  return { ...openConsole(address, service), service };
};
const theCard = () => screen.findByRole('region', { name: 'Sam (sam)' });

describe('changes of access that wait', () => {
  it('[ACC3] say of someone who leaves what agreeing does', async () => {
    const leaving = aProposal({
      kind: 'leaving',
      to: { role: 'responder', furtherRoles: [], active: false },
    });
    const { user, service } = openAs(ANA, '/access', (prepared) => {
      prepared.plain['/api/access'] = { waiting: [leaving], agreed: [] };
    });
    const card = within(await theCard());
    expect(card.getByText(/cannot be undone/)).toBeInstanceOf(HTMLElement);
    await user.click(card.getByRole('button', { name: 'Agree to the change for Sam' }));
    expect(await screen.findByText(/Their name is an alias now/)).toBeInstanceOf(HTMLElement);
    expect(service.sent[0]).toContain('/agree');
  });

  it('[ACC3] are told above every page of a supervisor, who can be the second person', async () => {
    const { user, service } = openAs(ANA, '/queue');
    const alert = await screen.findByText('A change of access waits for a second person.');
    await user.click(within(alert.closest('[role=status]') as HTMLElement).getByRole('link'));
    const card = await theCard();
    expect(within(card).getByText('Responder → Supervisor, Auditor')).toBeInstanceOf(HTMLElement);
    await expectNoBarriers();
    await user.click(within(card).getByRole('button', { name: 'Agree to the change for Sam' }));
    expect(await screen.findByText('Sam has the new access now.')).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('Nothing is waiting')).toBeInstanceOf(HTMLElement);
    expect(screen.queryByText('A change of access waits for a second person.')).toBeNull();
    expect(service.sent).toEqual([`/api/access/${id(80)}/agree {}`]);
  });

  it('[ACC3] can be withdrawn, and not be agreed to, by who proposed them', async () => {
    const { user, service } = openAs(KIT, '/setup/access', (it) => {
      it.plain['/api/access'] = { waiting: [aProposal({ reader: 'proposer' })], agreed: [] };
    });
    const card = await theCard();
    expect(screen.queryByText('A change of access waits for a second person.')).toBeNull();
    expect(within(card).queryByRole('button', { name: /^Agree/ })).toBeNull();
    await user.click(within(card).getByRole('button', { name: 'Withdraw the change for Sam' }));
    expect(await screen.findByText('Nothing is waiting')).toBeInstanceOf(HTMLElement);
    expect(service.sent).toEqual([`/api/access/${id(80)}/decline {}`]);
  });

  it.each([
    ['whom they concern', 'concerned', 'This is about you, so two colleagues decide.'],
    [
      'who has just had a part in the link of their proposer',
      'link_giver',
      'You decided about a link for Rosa in the 72 hours before, so someone else has to agree.',
    ],
  ] as const)('[ACC3] offer nothing to the person %s', async (_, reader, why) => {
    openAs(KIT, '/setup/access', (it) => {
      it.plain['/api/access'] = { waiting: [aProposal({ reader })], agreed: [] };
    });
    const card = await theCard();
    expect(card.textContent?.replaceAll(/[\u2066-\u2069]/g, '')).toContain(why);
    expect(within(card).queryAllByRole('button')).toEqual([]);
  });

  it('ask before someone is signed out in the middle of a conversation', async () => {
    const { user, service } = openAs(KIT, '/setup/access', (it) => {
      it.agreed = [{ outcome: 'in_conversation', people: [{ name: 'Sam', visitors: 1, inDanger: 1 }] }];
    });
    await user.click(within(await theCard()).getByRole('button', { name: /^Agree/ }));
    expect(await screen.findByText(/talking with a visitor, one of them in danger/)).toBeInstanceOf(
      HTMLElement,
    );
    await user.click(screen.getByRole('button', { name: 'Agree anyway' }));
    expect(await screen.findByText('Sam has the new access now.')).toBeInstanceOf(HTMLElement);
    expect(service.sent[1]).toBe(`/api/access/${id(80)}/agree {"confirmed":true}`);
  });

  it('say so when a colleague was first', async () => {
    const { user } = openAs(KIT, '/setup/access', (it) => {
      it.agreed = ['proposal_over'];
    });
    await user.click(within(await theCard()).getByRole('button', { name: /^Agree/ }));
    expect(await screen.findByText(/^This has been answered, is too old/)).toBeInstanceOf(HTMLElement);
  });
});

describe('someone who has lost everything they sign in with', () => {
  it('[ACC3] is proposed by name, and a wrong name keeps what was typed', async () => {
    const { user, service } = openAs(ANA, '/access', (it) => {
      it.plain['/api/access'] = { waiting: [], agreed: [] };
    });
    await user.click(await screen.findByRole('button', { name: 'Recover an account' }));
    await expectNoBarriers();
    await user.click(screen.getByRole('button', { name: 'Ask a second person' }));
    expect(screen.getByText('Enter their sign-in name.')).toBeInstanceOf(HTMLElement);
    await user.type(screen.getByLabelText('Their sign-in name'), 'sam');
    await user.click(screen.getByRole('button', { name: 'Ask a second person' }));
    expect(await screen.findByText(/no active account/)).toBeInstanceOf(HTMLElement);
    const waiting = [aProposal({ kind: 'recovery', reader: 'proposer' })];
    service.recovered = httpAnswer(200, { waiting, agreed: [] });
    await user.click(screen.getByRole('button', { name: 'Ask a second person' }));
    expect(await screen.findByText(/^New link, because everything/)).toBeInstanceOf(HTMLElement);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(service.sent.at(-1)).toBe('/api/access/recovery {"signInName":"sam"}');
  });

  it('[ACC3] gets a link that only the second person is shown, once', async () => {
    const link = `https://chat.example/console/#invite=${'T'.repeat(43)}`;
    const agreed = { ...aProposal({ kind: 'recovery' }), agreedBy: 'Kit', at: START };
    const { user } = openAs(KIT, '/setup/access', (it) => {
      it.plain['/api/access'] = { waiting: [aProposal({ kind: 'recovery' })], agreed: [] };
      it.agreed = [
        {
          outcome: 'agreed',
          invite: { signInName: 'sam', link, canMail: false },
          waiting: [],
          agreed: [agreed],
        },
      ];
    });
    await user.click(within(await theCard()).getByRole('button', { name: /^Agree/ }));
    expect(await screen.findByText(link)).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('button', { name: 'I have passed it on' }));
    expect(screen.queryByText(link)).toBeNull();
    expect(await screen.findByRole('cell', { name: 'Rosa and Kit' })).toBeInstanceOf(HTMLElement);
    await expectNoBarriers();
  });
});

describe('who may do what', () => {
  it('[SEC1] shows each person with every action, in words', async () => {
    const service = new FakeService();
    service.session = { staff: KIT };
    service.plain['/api/access/people'] = {
      people: [
        {
          id: id(71),
          name: 'Lee',
          signInName: 'lee',
          role: 'responder',
          furtherRoles: ['auditor'],
          actions: ['take_chats', 'look_back', 'export_audit'],
        },
      ],
    };
    openConsole('/setup/roles', service);
    const row = await screen.findByRole('row', { name: /Lee/ });
    expect(within(row).getByText('Responder, Auditor')).toBeInstanceOf(HTMLElement);
    expect(within(row).getAllByText('Yes')).toHaveLength(3);
    expect(within(row).getAllByText('No')).toHaveLength(7);
    await expectNoBarriers();
  });
});
