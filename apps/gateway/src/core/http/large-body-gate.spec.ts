import { LargeBodyGate, type EndTurn } from './large-body-gate';

describe('the gate of large bodies', () => {
  it('[OPS2] lets one in at a time, keeps a few waiting in order, and refuses more', async () => {
    const gate = new LargeBodyGate(2);
    const order: string[] = [];
    const first = await gate.takeTurn();
    const take = (name: string) =>
      gate.takeTurn().then((endTurn) => {
        order.push(name);
        return endTurn;
      });
    const [second, third] = [take('second'), take('third')];
    expect(await gate.takeTurn()).toBeNull();
    expect(order).toEqual([]);
    first?.();
    first?.();
    (await second)?.();
    (await third)?.();
    expect(order).toEqual(['second', 'third']);
    expect(await gate.takeTurn()).not.toBeNull();
  });

  it('gives the place of a sender who is gone to the next one', async () => {
    const gate = new LargeBodyGate(1);
    const first = await gate.takeTurn();
    const gone = new AbortController();
    const leaver = gate.takeTurn(gone.signal);
    gone.abort();
    expect(await leaver).toBeNull();
    const next = gate.takeTurn();
    first?.();
    const turn: EndTurn | null = await next;
    expect(turn).not.toBeNull();
  });
});
