/** What `GET /api/launcher` says of the opening state. */
interface Answer {
  readonly opening?: unknown;
  readonly opensAt?: unknown;
}

/** Nobody takes the time for one of another day (ms). */
const SOON = 12 * 3_600_000;

/** What the button says beside its words; empty where nothing is known. Times are in the visitor's own time zone. */
export const openingWords = ({ opening, opensAt }: Answer, now: number): string => {
  if (opening === 'open') return 'Open now';
  if (typeof opensAt !== 'number' || opensAt <= now) return opening === undefined ? '' : 'Closed now';
  const told = (shape: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-GB', shape).format(opensAt);
  const time = told({ hour: '2-digit', minute: '2-digit' });
  return opensAt - now < SOON ? `Opens at ${time}` : `Opens ${told({ weekday: 'long' })} at ${time}`;
};

const answerOf = (body: unknown): Answer => (typeof body === 'object' && body !== null ? body : {});

/** Without cookies and without saying which page asks. Empty where the site's own policy forbids the question. */
export const askOpening = async (origin: string): Promise<string> => {
  try {
    const answer = await fetch(`${origin}/api/launcher`, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    return answer.ok ? openingWords(answerOf(await answer.json()), Date.now()) : '';
  } catch {
    return '';
  }
};
