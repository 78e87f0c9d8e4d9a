import { jest } from '@jest/globals';
import { cleanup, screen } from '@testing-library/preact';
import { locale } from '../language/catalogue';
import { talking } from '../testing/in-a-chat';
import { openPage } from '../testing/open-page';

const SAID = /This is a demo/;

afterEach(() => {
  jest.restoreAllMocks();
  cleanup();
  sessionStorage.clear();
});

describe('the mark of the demo', () => {
  it('is on every screen, also within a chat', async () => {
    jest.replaceProperty(locale.charity, 'isDemo', true);
    openPage();
    expect(screen.getByText(SAID)).toBeInstanceOf(HTMLElement);
    cleanup();
    await talking();
    expect(screen.getByText(SAID).closest('main')).toBeInstanceOf(HTMLElement);
  });

  it('is nowhere on the page of a real charity', () => {
    openPage();
    expect(screen.queryByText(SAID)).toBeNull();
  });
});
