export { LauncherModule } from './launcher.module';
export { serveLauncher } from './serve-launcher';
