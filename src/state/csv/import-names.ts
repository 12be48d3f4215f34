import { personName, type PersonRecord } from '../../domain/index.ts';
import { splitName, type Names } from '../addresses/names.ts';
import type { ImportValues } from './import-values.ts';

/** First and last name that a row says, together or apart. */
export function namesOf({ firstName, lastName, name }: ImportValues): Names {
  if (firstName === undefined && lastName === undefined) return splitName(name ?? '');
  return {
    ...(firstName !== undefined && { firstName }),
    ...(lastName !== undefined && { lastName }),
  };
}

/** The same for somebody who has a name: nothing where they are called so already. */
export function newNames(person: PersonRecord, values: ImportValues): Names {
  const isSame =
    values.name !== undefined && personName(person).trim().normalize('NFC') === values.name;
  return isSame && values.firstName === undefined && values.lastName === undefined
    ? {}
    : namesOf(values);
}
