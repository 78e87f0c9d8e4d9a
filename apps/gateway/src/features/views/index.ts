export { ViewCommands } from './commands';
export { ViewsModule } from './views.module';
