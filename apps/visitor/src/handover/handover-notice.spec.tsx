import { act, cleanup, screen, waitFor } from '@testing-library/preact';
import { expectNoBarriers } from '../testing/barriers';
import { HANDOVER } from '../testing/fake-service';
import { box, button, heading, talking } from '../testing/in-a-chat';
import { openPage } from '../testing/open-page';

const QUESTION =
  "Sam would like to bring in Jo, who can help with this. Jo can read what we've talked about, so you don't have to repeat it. Is that OK?";

const question = () => screen.findByRole('group', { name: 'A question for you' });
const line = (text: string | RegExp) => screen.findByText(text, { selector: 'li.event' });
const spoken = (text: string) =>
  waitFor(() => expect(screen.getByRole('status').textContent).toContain(text));
const answers = (page: { service: { asked: readonly { command: string; payload: object }[] } }) =>
  page.service.asked.filter(({ command }) => command === 'handover:answer').map(({ payload }) => payload);

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

const asked = async (opening?: Parameters<typeof talking>[0]) => {
  const page = await talking(opening);
  await page.person.click(box());
  await act(() => page.service.asksAbout('Jo'));
  return page;
};

describe('[HND4] a visitor whose conversation is handed over', () => {
  it('[HND4] a visitor is asked politely, in plain words, and can go on writing', async () => {
    const { person } = await asked();
    expect((await question()).textContent).toContain(QUESTION);
    await spoken(QUESTION);
    expect(document.activeElement).toBe(box());
    await person.keyboard('one moment');
    expect(box()).toHaveProperty('value', 'one moment');
    await expectNoBarriers();
  });

  it('[HND4] agrees from the keyboard, hears who joined, and sees who leaves', async () => {
    const page = await asked();
    await question();
    await page.person.tab({ shift: true });
    await page.person.tab({ shift: true });
    expect(document.activeElement).toBe(button('Yes'));
    await page.person.keyboard('{Enter}');
    expect(answers(page)).toEqual([{ handoverId: HANDOVER, agrees: true }]);
    expect(await line("Jo has joined. Sam will leave once you're settled.")).toBeTruthy();
    await spoken("Jo has joined. Sam will leave once you're settled.");
    await heading('Chat with Sam');
    await act(() => page.service.change({ responder: { name: 'Jo', present: true } }));
    await heading('Chat with Jo');
    expect(screen.queryByText(/is joining now/)).toBeNull();
    await act(() => page.service.tellEvent('left', 'Sam'));
    await act(() => page.service.change({ handover: null }));
    expect(await line('Sam has left.')).toBeTruthy();
    expect(await line('Jo has joined.')).toBeTruthy();
    expect(screen.queryByText(/staying/)).toBeNull();
    await expectNoBarriers();
  });

  it('[HND4] may say no, is told that Sam stays, and keeps the focus nearby', async () => {
    const page = await asked();
    await question();
    await page.person.click(button("I'd rather stay with Sam"));
    expect(answers(page)).toEqual([{ handoverId: HANDOVER, agrees: false }]);
    expect((await question()).textContent).toBe("You're staying with Sam.");
    expect(document.activeElement).toBe(await question());
    await spoken("You're staying with Sam.");
    await page.person.type(box(), 'thank you{Enter}');
    await waitFor(() => expect(screen.queryByRole('group', { name: 'A question for you' })).toBeNull());
  });

  it('[HND4] is told kindly when it is no longer asked', async () => {
    const page = await asked();
    await question();
    await act(() => page.service.change({ handover: null }));
    expect((await question()).textContent).toBe("You're staying with Sam.");
    expect(document.activeElement).toBe(box());
    expect(screen.queryByRole('button', { name: 'Yes' })).toBeNull();
  });

  it('[HND4] is asked again after a reload, and not doubly after a line that came back', async () => {
    const page = await asked({ keepsReloads: true });
    await act(async () => page.service.goDown());
    page.service.isUp = true;
    await page.person.click(button('Try now'));
    await waitFor(() => expect(screen.getAllByText(QUESTION, { selector: 'p' })).toHaveLength(1));
    page.unmount();
    openPage({ service: page.service });
    expect((await question()).textContent).toContain(QUESTION);
  });

  it("[HND4] a visitor's answer is sent again after the connection broke", async () => {
    const page = await asked();
    await question();
    await act(async () => page.service.goDown());
    await page.person.click(button('Yes'));
    expect((await question()).textContent).toBe('Jo is joining now.');
    expect(answers(page)).toEqual([]);
    page.service.isUp = true;
    await page.person.click(button('Try now'));
    await waitFor(() => expect(answers(page)).toEqual([{ handoverId: HANDOVER, agrees: true }]));
    expect(await line("Jo has joined. Sam will leave once you're settled.")).toBeTruthy();
  });

  it('[HND4] is told, not asked, when Sam has to finish', async () => {
    const { service } = await talking();
    await act(() => service.tellEvent('must_leave', 'Sam'));
    expect(await line('Sam has to finish.')).toBeTruthy();
    await act(() => service.tellEvent('joined', 'Jo'));
    expect(await line('Jo is here now.')).toBeTruthy();
    await spoken('Jo is here now.');
  });

  it('[HND4] hears of a supervisor who takes over', async () => {
    const { service } = await talking();
    await act(() => service.join('Ana'));
    await heading('Chat with Ana');
    await act(() => service.tellEvent('left', 'Sam'));
    expect(await line('Ana has joined.')).toBeTruthy();
    expect(await line('Sam has left.')).toBeTruthy();
  });

  it('[ASG4] whose responder is lost in the middle of it is told who is there', async () => {
    const page = await asked();
    await question();
    await page.person.click(button('Yes'));
    await line(/Sam will leave/);
    await act(() => page.service.change({ responder: { name: 'Sam', present: false } }));
    expect((await screen.findAllByText("Sam's connection has dropped. Jo is here.")).length).toBeGreaterThan(
      0,
    );
  });
});
