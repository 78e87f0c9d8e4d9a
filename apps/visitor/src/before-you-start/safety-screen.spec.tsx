import { act, cleanup, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { openPage } from '../testing/open-page';

afterEach(cleanup);

it('[SAF4] shows the numbers directly under the answer of someone in danger, and leaves the focus', async () => {
  const page = openPage();
  const shown: Element[] = [];
  Element.prototype.scrollIntoView = function intoView(this: Element) {
    shown.push(this);
  };
  await act(() => page.visit.goTo('safety_question'));
  const answer = screen.getByLabelText(/No, I'm in danger/);
  await userEvent.setup().click(answer);
  const under = answer.closest('label')?.nextElementSibling;
  expect(under?.getAttribute('role')).toBe('status');
  expect(under?.querySelectorAll('a.call')).toHaveLength(2);
  expect(shown).toEqual([under?.firstElementChild]);
  expect(document.activeElement).toBe(answer);
});
