import { act, screen, within } from '@testing-library/react';
import { setSound } from '../../shared/page/sound';
import { expectNoBarriers } from '../../testing/barriers';
import { aDesk, ANA, anItem, id, KIM, MINUTE, ROBIN, START } from '../../testing/builders';
import { openSignedIn } from '../../testing/open-console';

const waiting = { conversationId: ROBIN, since: START - 2 * MINUTE, rings: 1 };
const other = { ...waiting, conversationId: KIM, since: START - MINUTE };
const alerts = () => screen.getByRole('region', { name: 'Alerts' });
const alarm = () => screen.findByRole('alert');

describe('the alarm about a visitor in danger', () => {
  it('[SAF1] is on every page of a supervisor, in words and in the title, and goes once they are taken', async () => {
    const { user, service, happens } = await openSignedIn('supervisor', (prepared) =>
      prepared.changeHelp({ inDanger: [] }),
    );
    await happens(() => service.changeHelp({ inDanger: [waiting] }));
    for (const page of ['Live view', 'Queue', 'People', 'Handovers', 'My desk']) {
      await user.click(await screen.findByRole('link', { name: page }));
      expect((await alarm()).textContent).toContain('Someone in danger is waiting');
      expect(document.title).toBe(`Someone needs you · ${page} · Harbour Line`);
    }
    await expectNoBarriers(alerts());
    await happens(() => service.changeHelp({ inDanger: [] }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('[SAF1] its button takes the one who has waited longest', async () => {
    const { user, service, happens } = await openSignedIn('supervisor', (prepared) =>
      prepared.changeDesk(aDesk({ me: { ...ANA, availability: 'away' }, caseload: [anItem()] })),
    );
    await happens(() => service.changeHelp({ inDanger: [waiting, other] }));
    expect((await alarm()).textContent).toContain('2 people in danger are waiting');
    await user.click(screen.getByRole('button', { name: 'Take this chat' }));
    expect(service.of('conversation:take_over')).toEqual([
      { conversationId: ROBIN, reason: 'safety', onlyWaiting: true },
    ]);
    await screen.findByRole('region', { name: 'Conversation with Robin' });
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /Robin/ }));
  });

  it('[SAF1] its other button sends a surge request, and says how many people it reached', async () => {
    const { user, service, happens } = await openSignedIn('supervisor', (prepared) =>
      prepared.changeHelp({ inDanger: [] }),
    );
    await happens(() => service.changeHelp({ inDanger: [waiting] }));
    await user.click(await screen.findByRole('button', { name: 'Ask a colleague' }));
    expect(service.of('surge:ask')).toHaveLength(1);
    const status = () => within(alerts()).getByRole('status').textContent;
    const answers = { id: id(90), by: 'Ana', at: START, invited: 2, can: [], cannot: 0 };
    await happens(() => service.changeHelp({ inDanger: [waiting], answers }));
    expect(status()).toMatch(/^2 people were asked\. Take the chat/);
    await happens(() => service.changeHelp({ inDanger: [waiting], answers: { ...answers, invited: 0 } }));
    expect(status()).toMatch(/^No one could be asked: no colleague is here/);
    await happens(() => service.changeHelp({ inDanger: [other] }));
    expect(status()).toBe('');
    service.refusals.set('surge:ask', 'too_fast');
    await user.click(screen.getByRole('button', { name: 'Ask a colleague' }));
    expect(status()).toMatch(/^Colleagues were asked a moment ago/);
  });

  it('[SAF1] it says that a colleague was faster, also once the alarm has gone', async () => {
    const { user, service, happens } = await openSignedIn('supervisor', (prepared) =>
      prepared.changeHelp({ inDanger: [waiting] }),
    );
    service.refusals.set('conversation:take_over', 'offer_taken');
    await user.click(await screen.findByRole('button', { name: 'Take this chat' }));
    await happens(() => service.changeHelp({ inDanger: [] }));
    expect(screen.queryByRole('alert')).toBeNull();
    const told = await within(alerts()).findByRole('status');
    expect(told.textContent).toContain('Someone has taken this chat already.');
  });
});

/** Pitches (Hz) of what the page plays. */
const listen = (): number[] => {
  const heard: number[] = [];
  const silent = { connect: () => silent, setValueAtTime() {}, exponentialRampToValueAtTime() {} };
  class Heard {
    readonly currentTime = 0;
    createGain = () => ({ ...silent, gain: silent });
    createOscillator = () => {
      const frequency = { value: 0 };
      return { ...silent, frequency, start: () => heard.push(frequency.value), stop() {} };
    };
  }
  Object.assign(globalThis, { AudioContext: Heard });
  return heard;
};

describe('the tone of the alarm', () => {
  afterEach(() => {
    act(() => setSound(false));
    localStorage.clear();
    Reflect.deleteProperty(globalThis, 'AudioContext');
  });

  it('[SAF1] sounds for each new person and each new ring, and not when one of them is taken', async () => {
    const { user, service, happens } = await openSignedIn('supervisor', (prepared) =>
      prepared.changeHelp({ inDanger: [waiting] }),
    );
    const heard = listen();
    await user.click(await screen.findByRole('button', { name: 'Turn on sound' }));
    expect(screen.queryByRole('button', { name: 'Turn on sound' })).toBeNull();
    heard.length = 0;
    const inDanger = async (list: readonly (typeof waiting)[]): Promise<readonly number[]> => {
      await happens(() => service.changeHelp({ inDanger: [...list] }));
      return heard.splice(0);
    };
    expect(await inDanger([{ ...waiting, rings: 3 }])).toEqual([740, 988, 740]);
    expect(await inDanger([{ ...waiting, rings: 3 }])).toEqual([]);
    expect(await inDanger([{ ...waiting, rings: 3 }, other])).toEqual([740, 988, 740]);
    expect(await inDanger([other])).toEqual([]);
    expect(await inDanger([waiting])).toEqual([740, 988, 740]);
  });
});
