import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import type { Holds } from '@warmline/contracts';
import { KeyDayReadModel, UnitOfWork } from '@warmline/postgres';
import { Hints } from '@warmline/redis';
import { ConversationKeys, Keyring } from '@warmline/sealing';
import { Deployment, PUBLIC_URL } from '../../../test/deployment/deployment';
import type { RunningGateway } from '../../../test/deployment/running';
import { aStaffMember, signIn } from '../../../test/deployment/staff';
import { aVisitor, type Visitor } from '../../../test/deployment/visitor';
import { ForgetKeysJob } from '../../core/forget-keys-job';
import { SERVICE } from '../../core/service-settings';
import { DestroyKeys, EraseExpired } from '../retention';
import { ConversationTexts } from '../timeline';

let deployment: Deployment;
let gateway: RunningGateway;
let ana: string;
let bea: string;
beforeAll(async () => {
  deployment = await Deployment.start({ worker: false });
  gateway = deployment.gateway();
  ana = await signIn(gateway, await aStaffMember(deployment, { role: 'supervisor' }));
  bea = await signIn(gateway, await aStaffMember(deployment, { role: 'supervisor' }));
});
afterAll(() => deployment.stop());

const part = <Part>(token: { readonly prototype: Part }): Part =>
  gateway.app.get<Part>(token as never, { strict: false });

const ask = async (cookie: string, path: string, body: object): Promise<Holds & { refusal?: string }> => {
  const answer = await fetch(`${gateway.url}/api/holds${path}`, {
    method: 'POST',
    headers: { cookie, origin: PUBLIC_URL, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as Holds & { refusal?: string };
};
const wish = {
  hold: { wish: 'hold', reason: 'safeguarding_child' },
  end_hold: { wish: 'end_hold', reason: null },
  erase: { wish: 'erase', reason: 'person_asked' },
} as const;
const asks = async (cookie: string, { id: conversationId }: Visitor, which: keyof typeof wish) => {
  const id = randomUUID();
  return { id, answer: await ask(cookie, '', { id, conversationId, ...wish[which] }) };
};
const idsOf = ({ requests }: Holds): string[] => requests.map(({ id }) => id);
/** Both say so. */
const decide = async (visitor: Visitor, which: keyof typeof wish): Promise<Holds> => {
  const { id } = await asks(ana, visitor, which);
  return ask(bea, `/${id}/answer`, { agrees: true });
};

/** Ended, after a word. */
const aConversation = async (): Promise<Visitor> => {
  const visitor = await aVisitor().named('Robin').waitingAt(gateway);
  await visitor.says('hello');
  await visitor.tell('conversation:end', {});
  return visitor;
};
const expire = ({ id }: Visitor): Promise<unknown> =>
  deployment.database.sql(
    `update conversation set kek_day = (now() at time zone 'UTC')::date - 1 where id = $1`,
    [id],
  );
const rows = ({ id }: Visitor): Promise<number> =>
  deployment.database.count('conversation where id = $1', [id]);
const audited = (action: string, { id }: Visitor): Promise<number> =>
  deployment.database.count('audit_entry where action = $1 and conversation_id = $2', [action, id]);
const texts = (): ConversationTexts => part(ConversationTexts);
/** As a process that has nothing in memory. */
const opens = async ({ id }: Visitor): Promise<boolean> => {
  part(ConversationKeys).forget(id);
  return texts()
    .open(id)
    .then((opened) => opened?.visitorName === 'Robin')
    .catch(() => false);
};
/** One turn of the worker, as if the audit log had taken every row. */
const retention = async (): Promise<void> => {
  await deployment.database.sql('delete from audit_pending');
  await deployment.database.sql(
    `update conversation set erasure_agreed_at = erasure_agreed_at - interval '10 seconds'`,
  );
  await new EraseExpired(part(UnitOfWork)).eraseAll();
  const service = gateway.app.get<never>(SERVICE, { strict: false });
  await new DestroyKeys(
    ...([part(KeyDayReadModel), part(UnitOfWork), part(Keyring)] as const),
    ...([part(ConversationKeys), part(Hints), service] as const),
  ).destroyDue();
};
/** As if the app did not ask first. */
const agreesInPostgres = async (request: string): Promise<unknown> => {
  const { id: by } = await aStaffMember(deployment, { role: 'supervisor' });
  return deployment.database.sql(`select answer_retention($1, $2, 'agreed')`, [request, by]);
};
const keyFiles = (): Promise<string[]> => readdir(deployment.config.KEYRING_DIR);

describe('a hold', () => {
  it('[PRV4] takes two people, and each step is recorded', async () => {
    const visitor = await aConversation();
    const { id, answer } = await asks(ana, visitor, 'hold');
    expect(answer.requests).toMatchObject([{ id, isOwn: true, reason: 'safeguarding_child' }]);
    expect((await ask(ana, `/${id}/answer`, { agrees: true })).refusal).toBe('not_yourself');
    expect((await asks(bea, visitor, 'erase')).answer.refusal).toBe('retention_changed');
    expect((await ask(bea, `/${id}/answer`, { agrees: true })).holds).toMatchObject([
      { conversationId: visitor.id, reason: 'safeguarding_child' },
    ]);
    expect((await ask(bea, `/${id}/answer`, { agrees: false })).refusal).toBe('retention_changed');
    expect((await asks(ana, visitor, 'erase')).answer.refusal).toBe('on_hold');
    expect(
      await Promise.all(['retention_asked', 'retention_agreed'].map((fact) => audited(fact, visitor))),
    ).toEqual([1, 1]);
    const [hold] = (await ask(ana, `/${visitor.id}/review`, {})).holds;
    expect(hold?.reviewBy).toBeGreaterThan(Date.now());
    expect(await audited('hold_reviewed', visitor)).toBe(1);
  });

  it('[PRV4] is made by no one alone, not even by the app: Postgres refuses', async () => {
    const visitor = await aConversation();
    const { id } = await asks(ana, visitor, 'hold');
    const { by } = await deployment.database.one<{ by: string }>(
      'select asked_by as by from retention_request where id = $1',
      [id],
    );
    await expect(
      deployment.database.sql(`select answer_retention($1, $2, 'agreed', '\\x00')`, [id, by]),
    ).rejects.toThrow('violates check constraint');
    const work = part(UnitOfWork);
    await expect(
      work.inTransaction(async (stores) =>
        (
          stores.retention as unknown as { tx: { query: (sql: string, given: unknown[]) => Promise<void> } }
        ).tx.query('update conversation set held_at = now(), hold_reviewed_at = now() where id = $1', [
          visitor.id,
        ]),
      ),
    ).rejects.toThrow('is never changed');
  });
});

describe('an early erasure', () => {
  it('[PRV4] is two people’s word: nobody reads it from then on, its key is gone, and its rows follow', async () => {
    const visitor = await aConversation();
    await texts().open(visitor.id);
    const { id } = await asks(ana, visitor, 'erase');
    expect(await opens(visitor)).toBe(true);
    expect(idsOf(await ask(bea, `/${id}/answer`, { agrees: true }))).not.toContain(id);
    expect(part(ConversationKeys).find(visitor.id)).toBeNull();
    expect(
      await deployment.database.one('select length(dek_wrapped) as bytes from conversation where id = $1', [
        visitor.id,
      ]),
    ).toEqual({ bytes: 0 });
    expect(await opens(visitor)).toBe(false);
    expect((await asks(ana, visitor, 'hold')).answer.refusal).toBe('not_found');
    await retention();
    expect(await rows(visitor)).toBe(0);
    expect(await audited('retention_agreed', visitor)).toBe(1);
    expect(await deployment.database.count('retention_request where id = $1', [id])).toBe(0);
  });

  it('[PRV4] is forgotten by every process within one poll, without a hint', async () => {
    const visitor = await aConversation();
    const second = await deployment.startGateway();
    const keys = second.app.get<ConversationKeys>(ConversationKeys, { strict: false });
    await second.app.get<ConversationTexts>(ConversationTexts, { strict: false }).open(visitor.id);
    await deployment.database.sql(
      'update conversation set erasure_agreed_at = clock_timestamp() where id = $1',
      [visitor.id],
    );
    await second.app.get<ForgetKeysJob>(ForgetKeysJob, { strict: false }).forgetAll();
    expect(keys.find(visitor.id)).toBeNull();
  });

  it('[PRV4] waits until a danger ending is written up: nobody asks before, and nobody agrees', async () => {
    const visitor = await aConversation();
    const { id } = await asks(ana, visitor, 'erase');
    await deployment.database.sql(
      `insert into danger_ending (conversation_id, service_id, epoch, how, at)
       select id, service_id, 1, 'visitor_left', now() from conversation where id = $1`,
      [visitor.id],
    );
    expect((await ask(bea, `/${id}/answer`, { agrees: true })).refusal).toBe('not_dealt_with');
    await expect(agreesInPostgres(id)).rejects.toThrow('is not dealt with yet');
    await ask(ana, `/${id}/answer`, { agrees: false });
    expect((await asks(ana, visitor, 'erase')).answer.refusal).toBe('not_dealt_with');
    await deployment.database.sql('update danger_ending set written_at = now() where conversation_id = $1', [
      visitor.id,
    ]);
    expect((await asks(ana, visitor, 'erase')).answer.refusal).toBeUndefined();
  });

  it('[PRV4] takes two people who still may: a request of someone who left is over', async () => {
    const visitor = await aConversation();
    const person = await aStaffMember(deployment, { role: 'supervisor' });
    const { id } = await asks(await signIn(gateway, person), visitor, 'erase');
    await deployment.database.sql('update staff set active = false where id = $1', [person.id]);
    expect((await ask(bea, `/${id}/answer`, { agrees: true })).refusal).toBe('retention_changed');
    await expect(agreesInPostgres(id)).rejects.toThrow('no one can agree');
    const second = await asks(ana, visitor, 'erase');
    expect(idsOf(second.answer)).toContain(second.id);
    expect(idsOf(second.answer)).not.toContain(id);
  });

  it('[PRV4] waits for a conversation that goes on, and a request can be taken back', async () => {
    const going = await aVisitor().waitingAt(gateway);
    expect((await asks(ana, going, 'erase')).answer.refusal).toBe('not_ended');
    const visitor = await aConversation();
    const { id } = await asks(ana, visitor, 'erase');
    expect(idsOf(await ask(ana, `/${id}/answer`, { agrees: false }))).not.toContain(id);
    expect(await audited('retention_withdrawn', visitor)).toBe(1);
    await retention();
    expect(await rows(visitor)).toBe(1);
  });
});

// The last one: it destroys the key that conversations of today have.
describe('a hold whose day has begun', () => {
  it('[PRV4] keeps the conversation without the key of that day, until two people end it', async () => {
    const [held, other] = [await aConversation(), await aConversation()];
    await decide(held, 'hold');
    const { day } = await deployment.database.one<{ day: string }>(
      'select kek_day::text as day from conversation where id = $1',
      [held.id],
    );
    expect(await opens(held)).toBe(true);
    await part(Keyring).destroy(day);
    expect([await opens(held), await opens(other)]).toEqual([true, false]);
    await expire(held);
    await expire(other);
    await retention();
    expect([await rows(held), await rows(other)]).toEqual([1, 0]);
    expect(await keyFiles()).toContain(`hold-${held.id}.key`);
    await decide(held, 'end_hold');
    await retention();
    expect(await rows(held)).toBe(0);
    expect(await keyFiles()).not.toContain(`hold-${held.id}.key`);
    expect(await deployment.database.count(`audit_entry where action = 'hold_key_destroyed'`)).toBe(1);
  });
});
