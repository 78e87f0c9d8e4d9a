import type { DeploymentSignIn } from '../deployment/deployment';

/** ms */
const HASHED_WITHIN = 15_000;

/** The cookie of a new session, as a browser would send it back; null when nobody answered, or refused. */
export const signIn = async (
  url: string,
  { signInName, password }: DeploymentSignIn,
): Promise<string | null> => {
  try {
    const answer = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ signInName, password }),
      // Hashing is slow on purpose, and is not scaled.
      signal: AbortSignal.timeout(HASHED_WITHIN),
    });
    await answer.arrayBuffer();
    return answer.status === 200 ? (answer.headers.get('set-cookie')?.split(';')[0] ?? null) : null;
  } catch {
    return null;
  }
};
