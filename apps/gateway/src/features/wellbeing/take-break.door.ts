import { Injectable } from '@nestjs/common';
import type { Refusal, Reply, StaffCommands } from '@warmline/contracts';
import { nothing, refused } from '../../core/reply';
import type { Door } from '../../socket/command';
import type { StaffConsole } from '../../socket/staff-console';
import { Breaks } from './breaks';

type Nothing = Promise<Reply<Record<string, never>>>;

const answer = (refusal: Refusal | null): Awaited<Nothing> => (refusal === null ? nothing : refused(refusal));

@Injectable()
export class TakeBreakDoor implements Door<StaffConsole, StaffCommands['break:take']> {
  readonly action = 'day.arrange';

  constructor(private readonly breaks: Breaks) {}

  async handle({ person }: StaffConsole): Nothing {
    return answer(await this.breaks.take(person));
  }
}

@Injectable()
export class DelayBreakDoor implements Door<StaffConsole, StaffCommands['break:delay']> {
  readonly action = 'day.arrange';

  constructor(private readonly breaks: Breaks) {}

  async handle({ person }: StaffConsole): Nothing {
    return answer(await this.breaks.delay(person));
  }
}

@Injectable()
export class EndBreakDoor implements Door<StaffConsole, StaffCommands['break:end']> {
  readonly action = 'day.arrange';

  constructor(private readonly breaks: Breaks) {}

  async handle({ person }: StaffConsole): Nothing {
    return answer(await this.breaks.end(person));
  }
}

@Injectable()
export class ExtendRestDoor implements Door<StaffConsole, StaffCommands['rest:extend']> {
  readonly action = 'day.arrange';

  constructor(private readonly breaks: Breaks) {}

  async handle({ person }: StaffConsole): Nothing {
    return answer(await this.breaks.extendRest(person));
  }
}
