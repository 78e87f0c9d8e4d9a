import { Injectable } from '@nestjs/common';
import { conversationId } from '@warmline/kernel';
import { done, found } from '../../core/replies';
import { defineStaffCommands } from '../../socket/commands';
import { rooms } from '../../socket/rooms';
import { SetAvailability } from '../wellbeing';
import { DeskViews } from './desk-view';
import { LiveViews } from './live-view';
import { LiveViewFeed } from './live-view-feed';

/** Opening a desk or a live view, after every (re)connection. The console receives every change from then on. */
@Injectable()
export class ViewCommands {
  readonly table = defineStaffCommands({
    'desk:open': {
      permission: 'desk.open',
      run: async ({ socket, person }) => {
        await socket.join(rooms.desk(person.staff));
        return found(await this.desks.loadDesk(person.staff));
      },
    },
    'availability:set': {
      permission: 'availability.set',
      run: async ({ person }, { availability }) => {
        await this.availability.setAvailability(person, availability);
        return found(await this.desks.loadDesk(person.staff));
      },
    },
    'live_view:open': {
      permission: 'board.read',
      run: async ({ socket, person }) => {
        await socket.join(rooms.liveView(person.service));
        return done(await this.liveViews.loadNewest(person.service));
      },
    },
    'waiting:why': {
      permission: 'board.read',
      run: async ({ person }, { conversationId: id }) =>
        found(await this.reasons.findWhyNobody(person.service, conversationId(id))),
    },
  });

  constructor(
    private readonly desks: DeskViews,
    private readonly liveViews: LiveViewFeed,
    private readonly reasons: LiveViews,
    private readonly availability: SetAvailability,
  ) {}
}
