import { Module } from '@nestjs/common';
import { SessionModule } from '../../session/session.module';
import { OwnRotas } from './own-rotas';
import { RotaController } from './rota.controller';
import { SwapShifts } from './swap-shifts';

/** What people see of the rota, and shifts they swap. Planning it is part of the setup. */
@Module({
  imports: [SessionModule],
  controllers: [RotaController],
  providers: [OwnRotas, SwapShifts],
})
export class RotaModule {}
