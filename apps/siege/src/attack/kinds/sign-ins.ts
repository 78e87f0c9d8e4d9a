import type { Kind } from '../kind';
import { send } from '../request';
import type { Stranger } from '../stranger';

const tryPassword = async (stranger: Stranger, signInName: string): Promise<void> => {
  const body = JSON.stringify({ signInName, password: `wrong-${stranger.random(1_000_000)}` });
  await send(stranger, { method: 'POST', path: '/api/session', body });
};

export const oneName: Kind = {
  name: 'wrong-passwords-one-name',
  does: '20 wrong passwords a second at one name, whose owner signs in beside it',
  run: (stranger) =>
    stranger.atRate({ rate: 20, most: 2_400, atOnce: 200 }, () => tryPassword(stranger, 'jo')),
};

/** Names at a time. */
const NAMES = 200;

export const manyNames: Kind = {
  name: 'wrong-passwords-many-names',
  does: `wrong passwords at ${NAMES} random names at once, again and again`,
  run: (stranger) =>
    stranger.together(NAMES, () => tryPassword(stranger, `name${stranger.random(1_000_000)}`)),
};

export const exitTokens: Kind = {
  name: 'exit-tokens',
  does: 'quick exits with random tokens, 200 a second: each is a look-up',
  run: (stranger) =>
    stranger.atRate({ rate: 200, most: 24_000, atOnce: 300 }, async () => {
      const headers = { authorization: `Bearer ${stranger.token()}` };
      await send(stranger, { method: 'POST', path: '/v/exit', headers });
    }),
};
