export { RotaModule } from './rota.module';
