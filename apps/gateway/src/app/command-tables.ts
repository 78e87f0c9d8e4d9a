import type { Provider, Type } from '@nestjs/common';
import { AfterChatCommands } from '../features/after-chat';
import { BesideCommands } from '../features/beside';
import { ComplaintCommands } from '../features/complaints';
import {
  ConversationCommands,
  VisitorConversationCommands,
  VisitorActivityCommands,
  VisitorTimelineCommands,
} from '../features/conversation';
import { EndingCommands } from '../features/ending';
import { FigureCommands } from '../features/figures';
import { FloodCommands } from '../features/flood';
import { HandoverCommands } from '../features/handover';
import { HelpCommands } from '../features/help';
import { HistoryCommands } from '../features/history';
import { ObservingCommands } from '../features/observing';
import { OfferCommands } from '../features/offers';
import { OpeningCommands } from '../features/opening';
import { PracticeCommands } from '../features/practice';
import { QualityCommands } from '../features/quality';
import { QueueCommands } from '../features/queue';
import { SafetyCommands } from '../features/safety';
import { TimelineCommands } from '../features/timeline';
import { ViewCommands } from '../features/views';
import { CareCommands, WellbeingCommands } from '../features/wellbeing';
import type { StaffCommandTable, VisitorCommandTable } from '../socket/commands';

export const STAFF_COMMANDS = Symbol('StaffCommands');
export const VISITOR_COMMANDS = Symbol('VisitorCommands');

type Instances<Types extends readonly Type[]> = {
  -readonly [At in keyof Types]: Types[At] extends Type<infer Instance> ? Instance : never;
};

const STAFF_FEATURES = [
  BesideCommands,
  CareCommands,
  ComplaintCommands,
  ConversationCommands,
  EndingCommands,
  FigureCommands,
  FloodCommands,
  HandoverCommands,
  HelpCommands,
  HistoryCommands,
  ObservingCommands,
  OfferCommands,
  OpeningCommands,
  PracticeCommands,
  QualityCommands,
  QueueCommands,
  SafetyCommands,
  TimelineCommands,
  ViewCommands,
  WellbeingCommands,
] as const;

const VISITOR_FEATURES = [
  AfterChatCommands,
  VisitorConversationCommands,
  VisitorTimelineCommands,
  VisitorActivityCommands,
] as const;

/** Every command that a console may send. A command of the contracts that no feature has does not compile here. */
export const staffCommandTable: Provider = {
  provide: STAFF_COMMANDS,
  inject: [...STAFF_FEATURES],
  useFactory: (...features: Instances<typeof STAFF_FEATURES>): StaffCommandTable => {
    const [beside, care, complaints, conversation, ending, figures, flood, handover, ...others] = features;
    const [help, history, observing, offers, opening, practice, quality, queue, ...last] = others;
    const [safety, timeline, views, wellbeing] = last;
    return {
      ...beside.table,
      ...care.table,
      ...complaints.table,
      ...conversation.table,
      ...ending.table,
      ...figures.table,
      ...flood.table,
      ...handover.table,
      ...help.table,
      ...history.table,
      ...observing.table,
      ...offers.table,
      ...opening.table,
      ...practice.table,
      ...quality.table,
      ...queue.table,
      ...safety.table,
      ...timeline.table,
      ...views.table,
      ...wellbeing.table,
    };
  },
};

/** Every command that a visitor's page may send. */
export const visitorCommandTable: Provider = {
  provide: VISITOR_COMMANDS,
  inject: [...VISITOR_FEATURES],
  useFactory: (...features: Instances<typeof VISITOR_FEATURES>): VisitorCommandTable => {
    const [afterChat, conversation, timeline, activity] = features;
    return { ...afterChat.table, ...conversation.table, ...timeline.table, ...activity.table };
  },
};
