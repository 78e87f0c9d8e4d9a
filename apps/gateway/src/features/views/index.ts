export { ViewCommands } from './commands';
export { LiveViewFeed } from './live-view-feed';
export { ViewsModule } from './views.module';
