import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { StoredPractice } from '@warmline/postgres';
import { Hints } from '@warmline/redis';
import { ConnectedPages } from '../../socket/connected-pages';
import { rooms } from '../../socket/rooms';

/** Tells the consoles of the people in a practice that something is new in it: which one, and never what. */
@Injectable()
export class PracticeChanges implements OnApplicationBootstrap {
  constructor(
    private readonly hints: Hints,
    private readonly pages: ConnectedPages,
  ) {}

  onApplicationBootstrap(): void {
    this.hints.onHint((hint) => {
      if (hint.kind !== 'practice') return;
      for (const staff of hint.staff)
        this.pages.staff?.to(rooms.desk(staff)).emit('practice:changed', { practiceId: hint.practice });
    });
  }

  /** After COMMIT. */
  announce({ id: practice, staff, colleague }: Pick<StoredPractice, 'id' | 'staff' | 'colleague'>): void {
    this.hints.hint({ kind: 'practice', practice, staff: colleague === null ? [staff] : [staff, colleague] });
  }
}
