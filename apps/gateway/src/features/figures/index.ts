export { FigureCommands } from './commands';
export { FiguresModule } from './figures.module';
