import { act, screen, within } from '@testing-library/react';
import { setNotification } from '../../shared/page/notification';
import { setSound } from '../../shared/page/sound';
import { expectNoBarriers } from '../../testing/barriers';
import { ROBIN, START } from '../../testing/builders';
import { openSignedIn, type OpenConsole } from '../../testing/open-console';

/** Texts that the system shows. */
const shown: string[] = [];
class SystemNotification {
  static permission: NotificationPermission = 'default';
  static requestPermission = (): Promise<NotificationPermission> => {
    SystemNotification.permission = 'granted';
    return Promise.resolve('granted');
  };
  onclick = null;
  constructor(text: string) {
    shown.push(text);
  }
}
beforeEach(() => {
  shown.length = 0;
  SystemNotification.permission = 'default';
  Object.assign(globalThis, { Notification: SystemNotification });
});
afterEach(async () => {
  Reflect.deleteProperty(globalThis, 'Notification');
  await act(async () => {
    setSound(false);
    await setNotification(false);
  });
  localStorage.clear();
});

const firstShift = (role: 'responder' | 'supervisor' = 'responder'): Promise<OpenConsole> =>
  openSignedIn(role, (prepared) => prepared.changeHelp({}), { 'warmline.told-how': 'no' });
const card = () => screen.findByRole('region', { name: 'How shall we tell you?' });

describe('how a person is told', () => {
  it('is asked once on each device, with a test tone and the question of notifications', async () => {
    const { user } = await firstShift();
    const asked = await card();
    await expectNoBarriers(asked);
    await user.click(within(asked).getByRole('button', { name: 'Turn on sound and play it' }));
    expect(within(asked).getByRole('button', { name: 'Sound is on. Play it again' })).toBeInstanceOf(
      HTMLElement,
    );
    await user.click(within(asked).getByRole('button', { name: 'Allow notifications' }));
    expect(await within(asked).findByText('Notifications are on.')).toBeInstanceOf(HTMLElement);
    await user.click(within(asked).getByRole('button', { name: 'Done' }));
    expect(screen.queryByRole('region', { name: 'How shall we tell you?' })).toBeNull();
    expect(
      ['sound', 'notification', 'told-how'].map((key) => localStorage.getItem(`warmline.${key}`)),
    ).toEqual(['on', 'on', 'yes']);
  });

  it('[SAF1] a system notification says nothing but “one new item”, and only while they look elsewhere', async () => {
    const { service, happens } = await firstShift('supervisor');
    const waiting = { conversationId: ROBIN, since: START, rings: 1 };
    await happens(() => service.changeHelp({ inDanger: [waiting] }));
    expect(shown).toEqual([]);
    await act(() => setNotification(true));
    document.hasFocus = () => false;
    await happens(() => service.changeHelp({ inDanger: [{ ...waiting, rings: 2 }] }));
    document.hasFocus = () => true;
    await happens(() => service.changeHelp({ inDanger: [{ ...waiting, rings: 3 }] }));
    Reflect.deleteProperty(document, 'hasFocus');
    expect(shown).toEqual(['Warmline: one new item']);
  });

  it('[SAF1] tells the server once which alarm was shown', async () => {
    const { service, happens } = await firstShift('supervisor');
    const waiting = { conversationId: ROBIN, since: START, rings: 1 };
    for (const rings of [1, 2])
      await happens(() => service.changeHelp({ inDanger: [{ ...waiting, rings }] }));
    expect(service.of('help:heard')).toEqual([{ conversationIds: [ROBIN] }]);
  });
});
