export { AnswerHelp } from './answer-help';
export { placeUrgentCall } from './call-for-help';
export { HelpCommands } from './commands';
export { HelpDeadlines } from './help-deadlines';
export { HelpModule, HelpPagesModule } from './help.module';
