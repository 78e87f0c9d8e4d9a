import { makeProof } from './make-proof';

describe('the proof itself', () => {
  it('[SEC5] is made by the platform, answer by answer', async () => {
    const challenge = { text: 'text', iterations: 10, oneIn: 3, answers: 4 };
    const told: number[] = [];
    const ask = async () => ({ kind: 'done', value: challenge }) as const;
    const onProgress = ({ found }: { readonly found: number }): void => void told.push(found);
    const proof = await makeProof({ ask, onProgress, isStopped: () => false });
    expect(proof).toMatchObject({ challenge: 'text', answers: { length: 4 } });
    expect(told[0]).toBe(0);
  });

  it('is tried again later when there is no challenge, and given up where there is no cryptography', async () => {
    const about = { onProgress: () => {}, isStopped: () => false };
    const offline = async () => ({ kind: 'unknown', why: 'offline' }) as const;
    expect(await makeProof({ ...about, ask: offline })).toBeNull();
    const odd = { text: 'text', iterations: 0, oneIn: 1, answers: 1 };
    const asked = async () => ({ kind: 'done', value: odd }) as const;
    expect(await makeProof({ ...about, ask: asked })).toBe('cannot');
  });
});
