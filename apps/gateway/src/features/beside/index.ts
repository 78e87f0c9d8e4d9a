export { BesidePagesModule } from './beside.module';
export { BesideCommands } from './commands';
