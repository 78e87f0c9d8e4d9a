export { ComplaintCommands } from './commands';
export { ComplaintPagesModule } from './complaints.module';
