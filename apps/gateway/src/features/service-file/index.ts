export { ServiceFileModule } from './service-file.module';
