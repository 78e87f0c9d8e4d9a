import type { StageSignIn } from '../stage/stage';
import type { Setting } from './setting';

/** The cookie of a new session, as a browser would send it back; null when nobody answered, or refused. */
export const signIn = async (
  { stage }: Setting,
  url: string,
  { signInName, password }: StageSignIn,
): Promise<string | null> => {
  try {
    const answer = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ signInName, password }),
      // Hashing is slow on purpose, and is not scaled.
      signal: AbortSignal.timeout(2_000 + 8_000 * stage.timeScale),
    });
    await answer.arrayBuffer();
    return answer.status === 200 ? (answer.headers.get('set-cookie')?.split(';')[0] ?? null) : null;
  } catch {
    return null;
  }
};
