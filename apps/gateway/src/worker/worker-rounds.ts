import { Injectable } from '@nestjs/common';
import type { Alarm } from '@warmline/redis';
import { forEachSettled } from '../core/async/every-one';
import { IndexUpdater } from '../index/index-updater';
import { Deadlines } from './deadlines';
import { Matcher } from './matcher';
import { Silence } from './silence';

/** What the worker listens to, and the rounds that find what was not heard. */
@Injectable()
export class WorkerRounds {
  constructor(
    private readonly matcher: Matcher,
    private readonly keeper: IndexUpdater,
    private readonly deadlines: Deadlines,
    private readonly silence: Silence,
  ) {}

  /**
   * What is concluded from deadlines and from silence. It asks Postgres alone and goes on apart from the rest: a Redis that
   * keeps everyone waiting leaves no visitor with a responder who is gone.
   */
  sweep(): Promise<void> {
    return everyPart([
      () => this.silence.lostLines.loseSilentHolders(),
      () => this.silence.outages.extendLeasesAfterOutage().then(() => this.deadlines.answerOverdue()),
      () => this.silence.leftPlaces.endAbandoned(),
    ]);
  }

  /** What was not heard: notes for the index, and the bell. */
  listen(): Promise<void> {
    return everyPart([() => this.keeper.applyNotes(), () => this.matcher.ring()]);
  }

  /**
   * A look at the index; apart from the round, as building it anew takes a while. By the matcher alone: two who build begin
   * anew again and again, each because the other has not finished, and nobody is asked for anybody.
   */
  keepIndex(): Promise<void> {
    return this.matcher.ifSeated(() => this.keeper.rebuildIfIncomplete());
  }

  ring(): Promise<void> {
    return this.matcher.ring();
  }

  answer(alarm: Alarm): Promise<void> {
    return this.deadlines.answerAlarm(alarm);
  }

  stop(): Promise<void> {
    return this.matcher.stop();
  }
}

const everyPart = (parts: readonly (() => Promise<void>)[]): Promise<void> =>
  forEachSettled(parts, (part) => part());
