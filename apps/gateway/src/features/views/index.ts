export { ViewCommands } from './commands';
export { LiveViews } from './live-view';
export { ViewsModule } from './views.module';
