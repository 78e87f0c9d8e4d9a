import { act, screen } from '@testing-library/preact';
import type { Charity, PreviewMessage } from '@warmline/vocabulary';
import { locale } from '../language/catalogue';
import { showPreview } from './show-preview';
import { showScheme } from './show-scheme';

const CHARITY: Charity = {
  country: 'gb',
  emergencyNumber: '112',
  helplines: [
    {
      name: 'Quay Line',
      what: 'Anything',
      hours: 'Always',
      number: '0800 1111',
      by: 'call',
      isFree: true,
      source: 'quay.example',
      reviewedOn: '2026-11-01',
    },
  ],
  exit: { title: 'News', url: 'https://news.example.org/' },
  privacy: { text: 'We tell nobody.', url: '' },
  colour: '#7a1fa2',
  initials: 'QT',
  mark: null,
  name: 'Quay Talk',
  languages: ['en'],
  timeZone: 'Europe/London',
  sessionMinutes: 45,
  keepsDays: 90,
  allowedParents: [],
  keepsReloads: true,
  nightRule: false,
  neededPractice: [],
};

const shown = (over: Partial<PreviewMessage> = {}): PreviewMessage => ({
  preview: CHARITY,
  screen: 'arriving',
  isNight: false,
  ...over,
});

const kept = { ...locale };
const root = document.createElement('div');
const hear = (said: unknown, origin = location.origin, source: Window | null = window): Promise<void> =>
  act(async () => {
    dispatchEvent(new MessageEvent('message', { data: said, origin, source }));
    await Promise.resolve();
  });
beforeAll(() => {
  document.body.append(root);
  showPreview(root, window);
});
afterAll(() => Object.assign(locale, kept));

describe('the preview of the visitor’s page', () => {
  it('shows what is in the form, and changes with it, without taking the focus', async () => {
    await hear(shown());
    expect(screen.getByText('Quay Talk')).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('QT')).toBeInstanceOf(HTMLElement);
    expect(root.querySelector('summary b')?.textContent).toBe('112');
    expect(document.querySelector('link[data-look]')?.getAttribute('href')).toBe('/accent/7a1fa2.css');
    await hear(shown({ preview: { ...CHARITY, name: 'Quay Talk of Hull', colour: '#ffff00' } }));
    expect(screen.getByText('Quay Talk of Hull')).toBeInstanceOf(HTMLElement);
    expect(document.querySelector('link[data-look]')).toBeNull();
    expect(document.activeElement).toBe(document.body);
  });

  it('shows the screen before a chat with the charity’s words on privacy, and the numbers while closed', async () => {
    await hear(shown({ screen: 'before' }));
    expect(screen.getByText('We tell nobody.')).toBeInstanceOf(HTMLElement);
    await hear(shown({ screen: 'closed' }));
    expect(await screen.findByText("We're closed right now")).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('Quay Line')).toBeInstanceOf(HTMLElement);
    await hear(shown({ screen: 'closed', preview: { ...CHARITY, helplines: [] } }));
    expect(screen.queryByText('Quay Line')).toBeNull();
  });

  it('lets nobody start a chat, and believes no other window or site', async () => {
    expect(root.inert).toBe(true);
    await hear(shown({ preview: { ...CHARITY, name: 'From elsewhere' } }), 'https://other.example');
    await hear(shown({ preview: { ...CHARITY, name: 'From elsewhere' } }), location.origin, null);
    await hear({ preview: null });
    expect(screen.queryByText('From elsewhere')).toBeNull();
  });

  it('is by day or by night as asked, whatever the device prefers', () => {
    const style = document.createElement('style');
    style.textContent = '@media (prefers-color-scheme: dark) { b { color: white; } }';
    document.head.append(style);
    const rule = [...document.styleSheets].at(-1)?.cssRules[0];
    if (!(rule instanceof CSSMediaRule)) throw new Error('the night has a rule');
    const said = [true, false, true].map((isNight) => {
      showScheme(isNight);
      return rule.media.mediaText;
    });
    expect(said).toEqual(['all', 'not all', 'all']);
    expect(document.documentElement.style.colorScheme).toBe('dark');
  });
});
