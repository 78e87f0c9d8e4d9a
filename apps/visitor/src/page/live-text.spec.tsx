import { act, cleanup, screen, waitFor } from '@testing-library/preact';
import { heading, throughTheQuestions } from '../testing/in-a-chat';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

const translated = (): void => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: ChildNode[] = [];
  while (walker.nextNode() !== null) texts.push(walker.currentNode as ChildNode);
  for (const text of texts) {
    const font = document.createElement('font');
    font.textContent = `[${text.textContent ?? ''}]`;
    text.replaceWith(font);
  }
};

/** All the text of the page's main part, without its markup. */
const shown = (): string => document.querySelector('main')?.textContent ?? '';

describe('a page that a browser translates', () => {
  it('goes on changing what is seen, from the queue to the end', async () => {
    const { service, person } = await throughTheQuestions(null);
    translated();
    await act(() => service.change({ wait: { within: 5, late: false } }));
    expect(shown()).toContain('Someone will usually be with you within 5 minutes.');
    expect(shown()).not.toContain("We can't say how long");
    translated();
    await act(() => service.join('Sam'));
    await heading('Chat with Sam');
    expect(shown()).not.toContain('in the queue');
    translated();
    await act(() => service.tell('typing:changed', { typing: true }));
    expect(shown()).toContain('Sam is typing');
    await person.type(await screen.findByRole('textbox'), 'hello{Enter}');
    await waitFor(() => expect(shown()).toContain('Sent'));
    translated();
    await act(() => service.change({ receipts: { visitor: 0, responder: service.entries.length } }));
    expect(shown()).toContain('Seen');
    expect(shown()).not.toContain('Sent');
    translated();
    await act(() => service.goDown());
    expect(shown()).toContain('Your connection dropped');
    await act(() => service.change({ state: 'ended', endReason: 'visitor_ended' }));
    await heading('This chat has ended');
    expect(shown()).not.toContain('[');
  });
});
