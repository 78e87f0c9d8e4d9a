import { act, cleanup, screen, waitFor } from '@testing-library/preact';
import { box, heading, talking, throughTheQuestions } from '../testing/in-a-chat';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

describe('the question before an address is sent', () => {
  it('[SAF4] holds no address back from a visitor who said they are in danger', async () => {
    const { service, person } = await throughTheQuestions("No, I'm in danger or I've hurt myself");
    await act(() => service.join('Sam'));
    await heading('Chat with Sam');
    await person.type(box(), 'I am at 12 Mill Lane{Enter}');
    await waitFor(() => expect(service.entries.some((entry) => entry.kind === 'message')).toBe(true));
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('[SAF4] holds no address back once a responder knows of danger, and asks again when it is over', async () => {
    const { service, person } = await talking();
    await act(() => service.change({ sendsDetails: true }));
    await person.type(box(), 'I am at 12 Mill Lane{Enter}');
    await waitFor(() => expect(service.entries.some((entry) => entry.kind === 'message')).toBe(true));
    expect(screen.queryByRole('alertdialog')).toBeNull();
    await act(() => service.change({ sendsDetails: undefined }));
    await person.type(box(), 'I am at 12 Mill Lane{Enter}');
    expect(screen.getByRole('alertdialog').textContent).toContain('a street address');
  });
});
