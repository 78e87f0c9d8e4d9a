export { FigureCommands } from './commands';
export { FiguresModule } from './figures.module';
export { WallboardViews } from './wallboard-view';
