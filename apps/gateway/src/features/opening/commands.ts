import { Injectable } from '@nestjs/common';
import { done } from '../../core/replies';
import { defineStaffCommands } from '../../socket/commands';
import { rooms } from '../../socket/rooms';
import { OpeningViews } from './opening-view';
import { SetOpening } from './set-opening';

@Injectable()
export class OpeningCommands {
  readonly table = defineStaffCommands({
    'opening:read': {
      permission: 'board.read',
      // The console receives every change from now on, whichever screen it shows.
      run: async ({ socket, person }) => {
        await socket.join(rooms.opening(person.service));
        return done(await this.views.loadView());
      },
    },
    'opening:set': {
      permission: 'door.set',
      run: ({ person }, payload) => this.opening.setOpening(person, payload),
    },
    'opening:keep_open': {
      permission: 'door.set',
      run: ({ person }) => this.opening.keepOpen(person),
    },
  });

  constructor(
    private readonly views: OpeningViews,
    private readonly opening: SetOpening,
  ) {}
}
