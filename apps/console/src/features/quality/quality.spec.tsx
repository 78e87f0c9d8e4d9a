import { screen, waitFor, within } from '@testing-library/react';
import type { Assessment, Feedback, ReviewDetail, Reviews, ReviewSummary } from '@warmline/contracts';
import { expectNoBarriers } from '../../testing/barriers';
import { ANA, id, ROBIN, SAM, START } from '../../testing/builders';
import { FakeService } from '../../testing/fake-service';
import { openConsole } from '../../testing/open-console';

const DAY = 86_400_000;
const REVIEW = id(90);

const aReview = (over: Partial<ReviewSummary> = {}): ReviewSummary => ({
  id: REVIEW,
  conversationId: ROBIN,
  because: 'first_ten',
  rater: 'first',
  responderName: 'Sam',
  reviewerName: null,
  isMine: false,
  isNotForMe: false,
  isFree: true,
  band: 2,
  endedAt: START - DAY,
  dueAt: START + DAY,
  givenAt: null,
  readAt: null,
  replies: 0,
  ...over,
});
const someReviews = (over: Partial<Reviews> = {}): Reviews => ({
  now: START,
  open: [],
  openInAll: 0,
  overdue: 0,
  given: [],
  figures: { given: 3, score: null, ratedTwice: 12, kappa: 0.62 },
  ...over,
});
const aDetail = (over: Partial<ReviewDetail> = {}): ReviewDetail => ({
  review: aReview(),
  visitorName: 'Robin',
  draft: null,
  suggested: [],
  given: null,
  isHidden: false,
  replies: [],
  ...over,
});
const all = (mark: 0 | 1 | 2 | null): Assessment['marks'] => ({
  opening: mark,
  listening: mark,
  questions: mark,
  asking_about_suicide: mark,
  when_not_safe: mark,
  next_step: mark,
  closing: mark,
  boundaries: mark,
});
const entry = {
  kind: 'message',
  seq: 1,
  id: id(1),
  from: 'visitor',
  name: 'Robin',
  body: 'I cannot sleep',
  at: START,
} as const;

const open = async (path: string, staff: typeof ANA, prepare: (service: FakeService) => void) => {
  const service = new FakeService();
  service.session = { staff };
  service.changeDesk({ me: { ...staff, availability: 'available' } });
  service.answers.set('review:read', () => ({ entries: [entry], head: 1 }));
  prepare(service);
  const opened = openConsole(path, service);
  await screen.findByText('Connected');
  await waitFor(() => expect(document.querySelector('main :is(.desk, .now)')).not.toBeNull());
  return opened;
};
const answering = (command: string, value: unknown) => (service: FakeService) => {
  service.answers.set(command, () => value);
};
const openReview = (detail: ReviewDetail) =>
  open(`/quality/${REVIEW}`, ANA, answering('review:open', detail));

describe('the Quality page', () => {
  it('lists what is due with what is overdue, and what is not for this person', async () => {
    await open(
      '/quality',
      ANA,
      answering(
        'reviews:list',
        someReviews({
          open: [
            aReview({ dueAt: START - DAY }),
            aReview({ id: id(91), responderName: 'Jo', isNotForMe: true }),
          ],
          openInAll: 2,
          overdue: 1,
        }),
      ),
    );
    const table = await screen.findByRole('group', { name: 'To review' });
    expect(within(table).getByText(/Overdue since/)).toBeInstanceOf(HTMLElement);
    expect(within(table).getByText(/Not for you/)).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('1 review is overdue')).toBeInstanceOf(HTMLElement);
    await expectNoBarriers();
  });

  it('[QLT4] shows a figure of ten or more, and says of fewer how many there are', async () => {
    await open('/quality', ANA, answering('reviews:list', someReviews()));
    const figures = await screen.findByRole('region', { name: 'Last 90 days' });
    expect(within(figures).getByText('0.62')).toBeInstanceOf(HTMLElement);
    expect(within(figures).getByText('Shown from 10 on (3 so far)')).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('Nothing to review')).toBeInstanceOf(HTMLElement);
  });

  it('reads an open list again every half minute', async () => {
    const { pass, service } = await open('/quality', ANA, answering('reviews:list', someReviews()));
    await screen.findByText('Nothing to review');
    service.answers.set('reviews:list', () => someReviews({ open: [aReview()], openInAll: 1 }));
    await pass(30_000);
    expect(await screen.findByRole('group', { name: 'To review' })).toBeInstanceOf(HTMLElement);
  });

  it('says that the list could not be loaded, and tries again', async () => {
    const { user, service } = await open('/quality', ANA, (prepared) => {
      prepared.refusals.set('reviews:list', 'unavailable');
    });
    expect(await screen.findByText('We could not load the reviews.')).toBeInstanceOf(HTMLElement);
    service.refusals.delete('reviews:list');
    service.answers.set('reviews:list', () => someReviews());
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Nothing to review')).toBeInstanceOf(HTMLElement);
  });
});

describe('a review', () => {
  it('is taken before anything of the conversation is read', async () => {
    const { user, service } = await openReview(aDetail());
    const take = await screen.findByRole('button', { name: 'Take this review' });
    expect(service.of('review:read')).toEqual([]);
    service.answers.set('review:open', () =>
      aDetail({ review: aReview({ isMine: true, reviewerName: 'Ana' }) }),
    );
    await user.click(take);
    expect(await screen.findByText('I cannot sleep')).toBeInstanceOf(HTMLElement);
    expect(screen.getAllByRole('radiogroup')).toHaveLength(8);
    await expectNoBarriers();
  });

  it('that another person has is theirs, until it is overdue', async () => {
    const theirs = { reviewerName: 'Jo', isFree: false };
    const { service } = await openReview(aDetail({ review: aReview(theirs) }));
    expect(await screen.findByText('Jo is writing this review.')).toBeInstanceOf(HTMLElement);
    expect(screen.queryByRole('button', { name: 'Take this review' })).toBeNull();
    expect(service.of('review:read')).toEqual([]);
  });

  it('that is overdue says whose draft is deleted when it is taken', async () => {
    await openReview(aDetail({ review: aReview({ reviewerName: 'Jo' }) }));
    expect(await screen.findByText(/Jo has not given it in time/)).toBeInstanceOf(HTMLElement);
    expect(screen.getByRole('button', { name: 'Take this review' })).toBeInstanceOf(HTMLElement);
  });

  it('keeps what is written as a draft by itself, also what was written without a connection', async () => {
    const { user, service, pass, happens } = await openReview(
      aDetail({
        review: aReview({ isMine: true, reviewerName: 'Ana' }),
        draft: { marks: all(2), fails: [], words: 'Warm' },
      }),
    );
    const box = await screen.findByRole('textbox', { name: 'Feedback' });
    await user.type(box, ' and kind');
    expect(screen.getByText('Not saved yet')).toBeInstanceOf(HTMLElement);
    await pass(2_100);
    await screen.findByText('Draft saved');
    expect(service.of('review:save').at(-1)).toMatchObject({ assessment: { words: 'Warm and kind' } });
    await happens(() => service.goDown());
    await user.type(box, '!');
    await pass(2_100);
    service.comeBack();
    await pass(20_000);
    await waitFor(() =>
      expect(service.of('review:save').at(-1)).toMatchObject({ assessment: { words: 'Warm and kind!' } }),
    );
    await screen.findByText('Draft saved');
  });

  it('says of no draft that it is saved before anything was written', async () => {
    const { user } = await openReview(aDetail({ review: aReview({ isMine: true, reviewerName: 'Ana' }) }));
    const box = await screen.findByRole('textbox', { name: 'Feedback' });
    expect(screen.queryByText('Draft saved')).toBeNull();
    await user.type(box, 'Warm');
    expect(screen.getByText('Not saved yet')).toBeInstanceOf(HTMLElement);
  });

  it('is given only whole, after one more question', async () => {
    const { user, service } = await openReview(
      aDetail({
        review: aReview({ isMine: true, reviewerName: 'Ana' }),
        draft: { marks: { ...all(2), closing: null }, fails: [], words: '' },
      }),
    );
    await user.click(await screen.findByRole('button', { name: 'Give feedback' }));
    expect(screen.getByText(/1 item has no mark yet\. Write some feedback first\./)).toBeInstanceOf(
      HTMLElement,
    );
    const closing = screen.getByRole('radiogroup', { name: 'A gentle close' });
    await user.click(within(closing).getByRole('radio', { name: 'Partly' }));
    await user.click(screen.getByRole('checkbox', { name: 'Promised total secrecy' }));
    await user.type(screen.getByRole('textbox', { name: 'Feedback' }), 'Well done');
    await user.click(screen.getByRole('button', { name: 'Give feedback' }));
    const dialog = await screen.findByRole('dialog', { name: 'Give this review now?' });
    await user.click(within(dialog).getByRole('button', { name: 'Give feedback' }));
    expect(service.of('review:give')).toMatchObject([
      { assessment: { marks: { closing: 1 }, fails: ['promised_secrecy'], words: 'Well done' } },
    ]);
  });

  it('shows where to look, and leaves the finding to the reviewer', async () => {
    await openReview(
      aDetail({
        review: aReview({ isMine: true, reviewerName: 'Ana' }),
        suggested: [{ finding: 'promised_secrecy', seq: 4, words: 'stays between us' }],
      }),
    );
    expect(await screen.findByText('stays between us')).toBeInstanceOf(HTMLElement);
    const finding = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Promised total secrecy' });
    expect(finding.checked).toBe(false);
  });

  it('[QLT2] of one of two raters says that it is hidden until the other has given theirs', async () => {
    await openReview(aDetail({ review: aReview({ reviewerName: 'Jo', givenAt: START }), isHidden: true }));
    expect(await screen.findByText(/The other rater has not given their marks yet/)).toBeInstanceOf(
      HTMLElement,
    );
    expect(screen.queryByText('Rubric')).toBeNull();
  });
});

describe('my feedback', () => {
  const feedback: Feedback = {
    feedback: {
      id: REVIEW,
      conversationId: ROBIN,
      because: 'monthly',
      by: 'Ana',
      endedAt: START - DAY,
      givenAt: START,
      readAt: null,
      replies: 0,
    },
    given: { marks: all(2), fails: ['promised_secrecy'], score: 100, words: 'You listened well' },
    replies: [],
  };

  it('lists what is new, and says so where there is none', async () => {
    await open('/feedback', SAM, answering('feedback:list', { feedback: [feedback.feedback] }));
    expect(await screen.findByText('New')).toBeInstanceOf(HTMLElement);
    expect(screen.getByRole('link', { name: /Read the feedback of Ana/ })).toBeInstanceOf(HTMLElement);
    await expectNoBarriers();
  });

  it('is told of in the menu of the account until it is opened', async () => {
    const { user, service, happens } = await open('/feedback', SAM, (prepared) => {
      prepared.answers.set('feedback:list', () => ({ feedback: [] }));
      prepared.changeDesk({ newFeedback: 2 });
    });
    await user.click(await screen.findByRole('button', { name: 'Sam: menu, feedback: 2 new' }));
    expect((await screen.findByRole('menuitem', { name: /My feedback/ })).textContent).toContain('2 new');
    await user.keyboard('{Escape}');
    await happens(() => service.changeDesk({ newFeedback: 0 }));
    expect(screen.getByRole('button', { name: 'Sam: menu' })).toBeInstanceOf(HTMLElement);
  });

  it('is read and replied to; a reply without an answer is sent again under the same id', async () => {
    const { user, service, happens, pass } = await open(
      `/feedback/${REVIEW}`,
      SAM,
      answering('feedback:read', feedback),
    );
    expect(await screen.findByText('You listened well')).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('Promised total secrecy')).toBeInstanceOf(HTMLElement);
    await user.type(screen.getByRole('textbox', { name: 'Your reply' }), 'Thank you');
    await happens(() => service.goDown());
    await user.click(screen.getByRole('button', { name: 'Send reply' }));
    await pass(15_000);
    service.comeBack();
    await pass(20_000);
    await user.click(await screen.findByRole('button', { name: 'Send reply' }));
    await waitFor(() => expect(service.of('feedback:reply').length).toBeGreaterThan(0));
    expect(new Set(service.of('feedback:reply').map((sent) => sent['id'])).size).toBe(1);
    await expectNoBarriers();
  });

  it('an administrator has neither page, and a responder no Quality page', async () => {
    const { address } = await open('/quality', SAM, () => {});
    await waitFor(() => expect(address()).toBe('/console/'));
  });
});
