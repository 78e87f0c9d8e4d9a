import { forgetLifted, putBack, takeOffDisk } from './off-disk';

const KEY = 'warmline.drafts';

beforeEach(() => sessionStorage.clear());

describe('what a console leaves in its tab when a session ends by itself', () => {
  it('is nothing, and comes back for the same person only', () => {
    sessionStorage.setItem(KEY, 'half a reply');
    takeOffDisk(sessionStorage, 'sam');
    expect(sessionStorage).toHaveLength(0);
    putBack(sessionStorage, 'kim');
    expect(sessionStorage).toHaveLength(0);
    putBack(sessionStorage, 'sam');
    expect(sessionStorage.getItem(KEY)).toBe('half a reply');
  });

  it('is forgotten by a person who signs out', () => {
    sessionStorage.setItem(KEY, 'half a reply');
    takeOffDisk(sessionStorage, 'sam');
    forgetLifted();
    putBack(sessionStorage, 'sam');
    expect(sessionStorage).toHaveLength(0);
  });

  it('comes back once', () => {
    sessionStorage.setItem(KEY, 'half a reply');
    takeOffDisk(sessionStorage, 'sam');
    putBack(sessionStorage, 'sam');
    sessionStorage.clear();
    putBack(sessionStorage, 'sam');
    expect(sessionStorage).toHaveLength(0);
  });
});
