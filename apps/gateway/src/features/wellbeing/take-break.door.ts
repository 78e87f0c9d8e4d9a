import { Injectable } from '@nestjs/common';
import type { Refusal, Reply, StaffCommands } from '@warmline/contracts';
import { nothing, refused } from '../../core/reply';
import type { Door } from '../../socket/command';
import type { StaffPage } from '../../socket/staff-console';
import { Breaks } from './breaks';

type Nothing = Promise<Reply<Record<string, never>>>;

const answer = (refusal: Refusal | null): Awaited<Nothing> => (refusal === null ? nothing : refused(refusal));

@Injectable()
export class TakeBreakDoor implements Door<StaffPage, StaffCommands['break:take']> {
  readonly action = 'day.arrange';

  constructor(private readonly breaks: Breaks) {}

  async handle({ person }: StaffPage): Nothing {
    return answer(await this.breaks.takeBreak(person));
  }
}

@Injectable()
export class DelayBreakDoor implements Door<StaffPage, StaffCommands['break:delay']> {
  readonly action = 'day.arrange';

  constructor(private readonly breaks: Breaks) {}

  async handle({ person }: StaffPage): Nothing {
    return answer(await this.breaks.delayBreak(person));
  }
}

@Injectable()
export class EndBreakDoor implements Door<StaffPage, StaffCommands['break:end']> {
  readonly action = 'day.arrange';

  constructor(private readonly breaks: Breaks) {}

  async handle({ person }: StaffPage): Nothing {
    return answer(await this.breaks.endBreak(person));
  }
}

@Injectable()
export class ExtendRestDoor implements Door<StaffPage, StaffCommands['cool_down:extend']> {
  readonly action = 'day.arrange';

  constructor(private readonly breaks: Breaks) {}

  async handle({ person }: StaffPage): Nothing {
    return answer(await this.breaks.extendCoolDown(person));
  }
}
