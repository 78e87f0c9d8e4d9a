import type { ConversationReadModel } from '@warmline/postgres';
import type { VisitorPage } from '../socket/sockets';
import type { PagePresence } from '../staffing/page-presence';
import { VisitorConnections } from './visitor-connections';

const given = () => {
  const answers: { found: (row: unknown) => void; failed: (error: Error) => void }[] = [];
  const findByWorkingToken = (): Promise<unknown> =>
    new Promise((found, failed) => {
      answers.push({ found, failed });
    });
  const connections = new VisitorConnections(
    { findByWorkingToken } as unknown as ConversationReadModel,
    {} as PagePresence,
  );
  const page = { socket: { data: { conversation: null } }, tokenHash: Buffer.alloc(32) };
  return { connections, page: page as unknown as VisitorPage, answers };
};

describe('recognising a page', () => {
  it('[OPS2] is one question to Postgres for each connection, however many commands come at once', async () => {
    const { connections, page, answers } = given();
    const all = Array.from({ length: 800 }, () => connections.recognise(page));
    answers[0]?.found(null);
    await Promise.all(all);
    await connections.recognise(page);
    expect(answers).toHaveLength(1);
  });

  it('is asked again after Postgres could not answer', async () => {
    const { connections, page, answers } = given();
    const first = connections.recognise(page);
    answers[0]?.failed(new Error('away'));
    await expect(first).rejects.toThrow('away');
    const second = connections.recognise(page);
    answers[1]?.found(null);
    await second;
    expect(answers).toHaveLength(2);
  });
});
