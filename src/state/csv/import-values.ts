import type { ImportField } from './import-fields.ts';

/** What a row says, trimmed and with ids in place of names. What it does not say is absent. */
export type ImportValues = Readonly<Partial<Record<Exclude<ImportField, 'addons'>, string>>> & {
  readonly addons?: readonly string[];
};
