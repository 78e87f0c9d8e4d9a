import type { Type } from '@nestjs/common';
import type { ModuleRef } from '@nestjs/core';
import type { z } from 'zod';
import type { CommandTypes, Door } from './command';
import type { Entrance } from './dispatcher';

/** Doors differ in what they take; here only their names are matched with their forms. */
interface AnyReply {
  readonly payload: never;
  readonly reply: unknown;
}

type Schemas = Record<string, { readonly payload: z.ZodType }>;

/** Each command's form with its door, by name. The forms and the doors name the same commands, or it does not compile. */
export const entrancesOf = <Page, Forms extends Schemas>(
  modules: ModuleRef,
  forms: Forms,
  doors: { readonly [Name in keyof Forms]: Type<Door<Page, AnyReply>> },
): ReadonlyMap<string, Entrance<Page>> => {
  const entrances = new Map<string, Entrance<Page>>();
  for (const name of Object.keys(forms)) {
    const form = forms[name];
    const type = doors[name];
    if (form === undefined || type === undefined) throw new TypeError(`no door for ${name}`);
    const door: Door<Page, CommandTypes> = modules.get(type, { strict: false });
    entrances.set(name, { payload: form.payload, door });
  }
  return entrances;
};
