export { SafetyCommands } from './commands';
export { SafetyPagesModule } from './safety.module';
