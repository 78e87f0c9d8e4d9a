import { Injectable } from '@nestjs/common';
import type { VisitorConversation } from '@warmline/contracts';
import type { ConversationRow } from '@warmline/postgres';
import { rooms } from '../../socket/rooms';
import type { VisitorPage } from '../../socket/visitor-page';
import { PagePresence } from '../../staffing/page-presence';
import { LiveTimelines } from '../timeline/live-timelines';
import { VisitorViews } from './visitor-view';

/** From now on this page hears its conversation. */
@Injectable()
export class AttachVisitor {
  constructor(
    private readonly timelines: LiveTimelines,
    private readonly presence: PagePresence,
    private readonly views: VisitorViews,
  ) {}

  async attach({ socket }: VisitorPage, row: ConversationRow): Promise<VisitorConversation> {
    socket.data.conversation = row.id;
    await socket.join(rooms.conversation(row.id));
    this.timelines.watch(row.id, row.lastSeq);
    if (row.state !== 'ended') this.presence.visitorCame(socket, row.id);
    return this.views.viewOf(row);
  }
}
